/// Measures one model of models.hpp; the compiler's flags name it: -DMODEL=m2 -DNAME='"M2"' -DCHUNK=32. Argument: threads.
#include <bench/peer.hpp>

int main(int argc, char** argv) {
  fast_fp();
  bench::measure_model<bench::MODEL, CHUNK>(NAME, argc > 1 ? std::atoi(argv[1]) : 1);
}
