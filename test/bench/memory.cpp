// Memory: the arena of each model beside what no plan could undercut, and what training M2 takes in all.
// Argument: threads (1).
#include <bench/peer.hpp>
#include <graph/liveness.hpp>

#include <sys/resource.h>

#include <cstdio>
#include <cstdlib>

namespace {

template <class Model>
void print_arena(const char* name) {
  constexpr const auto& table = bench::trainer<Model, 32>::program::table;
  const double own = static_cast<double>(table.arena_size), bound = static_cast<double>(liveness::peak(table));
  std::printf("| %s | %.0f | %.0f | %.3f |\n", name, own * 4, bound * 4, own / bound);
}

}  // namespace

int main(int argc, char** argv) {
  std::printf("Bytes for the values of a chunk of 32 samples. The lower bound is the most that is needed at any one step.\n\n"
              "| model | arena | lower bound | ratio |\n|---|---|---|---|\n");
  print_arena<bench::m0>("M0");
  print_arena<bench::m1>("M1");
  print_arena<bench::m2>("M2");
  print_arena<bench::m3>("M3");
  print_arena<bench::m3h>("M3H");
  const auto work = std::make_unique<bench::training<bench::m2, BATCH, 32>>(argc > 1 ? std::atoi(argv[1]) : 1);
  for (int number = 0; number < 100; ++number) work->step(number);
  rusage used;
  getrusage(RUSAGE_SELF, &used);
  std::printf("\nM2, training in batches of 64: %.1f MB resident at most, of it %.1f MB of images.\n",
              static_cast<double>(used.ru_maxrss) / 1024, static_cast<double>(work->data.images.size() * sizeof(float)) / 1048576);
}
