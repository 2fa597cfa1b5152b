/// Trains M2 in batches of 64 and prints the most memory that the process held, to be compared with
/// the maximum of the peer (/usr/bin/time -v python3 peers/torch_peer.py 1 M2).
/// argv: threads (1).

#include <bench/peer.hpp>

#include <sys/resource.h>

#include <cstdio>
#include <cstdlib>

int main(int argc, char** argv) {
  const auto work = std::make_unique<bench::training<bench::m2, BATCH, 16>>(argc > 1 ? std::atoi(argv[1]) : 1);
  for (int number = 0; number < 100; ++number) work->step(number);
  rusage used;
  getrusage(RUSAGE_SELF, &used);
  std::printf("M2, batch 64: %.1f MB resident at most, of it %.1f MB of images\n",
              static_cast<double>(used.ru_maxrss) / 1024,
              static_cast<double>(work->data.images.size() * sizeof(float)) / 1048576);
}
