#include "processors.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <thread>

namespace samples {

int granted_processors(const std::string& cpu_max, int otherwise) {
  std::istringstream text{cpu_max};
  long quota = 0, period = 0;
  if (!(text >> quota >> period) || quota < 1 || period < 1) return otherwise;
  return static_cast<int>(std::clamp((quota - 1) / period + 1, 1L, static_cast<long>(otherwise)));
}

int processors_at_hand() {
  const int processors = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  std::string line;
  std::getline(std::ifstream{"/sys/fs/cgroup/cpu.max"}, line);
  return granted_processors(line, processors);
}

}  // namespace samples
