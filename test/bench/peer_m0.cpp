#include <bench/peer.hpp>
#ifndef CHUNK
#define CHUNK 32
#endif
int main(int argc, char** argv) {
  fast_fp();
  bench::measure_model<bench::m0, CHUNK>("M0", argc > 1 ? atoi(argv[1]) : 1);
}
