// What the models of the benchmark cost, against the committed baseline: any other number is a failure, a smaller one too.
#include <bench/models.hpp>

#include <support/allocations.hpp>

#include <cstring>
#include <fstream>
#include <iostream>
#include <map>
#include <string>

namespace {

using counts = std::map<std::string, long>;

template <class Program>
void count_program(counts& all, const std::string& name) {
  all[name + " nodes"] = Program::table.sizes.nodes;
  all[name + " loops and kernels"] = Program::table.sizes.steps;
  all[name + " flops"] = Program::table.flops;
  all[name + " arena bytes"] = hello_dl::arena_elements<Program, float> * static_cast<long>(sizeof(float));
}

template <class Model>
void count_model(counts& all, const std::string& name) {
  using trainer = bench::trainer<Model, 32>;
  count_program<typename trainer::program>(all, name + " training");
  count_program<typename bench::inference<Model, 32>::program>(all, name + " inference");
  all[name + " parameters"] = trainer::program::table.parameter_count;
  all[name + " allocations of a trainer"] =
      check::allocations_in([] { trainer{1, bench::task<Model>::optimiser, 64}; });
}

counts count_all() {
  counts all;
  count_model<bench::m0>(all, "M0");
  count_model<bench::m1>(all, "M1");
  count_model<bench::m2>(all, "M2");
  count_model<bench::m3>(all, "M3");
  count_model<bench::m3h>(all, "M3H");
  return all;
}

/// The baseline's lines "what number" about models.
counts baseline() {
  counts all;
  std::ifstream file{HELLO_DL_SOURCE_DIR "/test/bench/counts"};
  for (std::string line; std::getline(file, line);)
    if (line[0] == 'M') all[line.substr(0, line.rfind(' '))] = std::stol(line.substr(line.rfind(' ')));
  return all;
}

/// Tells each number of `found` that `expected` does not have.
bool differs(const counts& expected, const counts& found, const char* what) {
  bool result = false;
  for (const auto& [name, number] : found)
    if (const auto same = expected.find(name); same == expected.end() || same->second != number) {
      std::cout << what << name << ' ' << number << '\n';
      result = true;
    }
  return result;
}

}  // namespace

/// With `--print`, prints what the baseline should say.
int main(int argc, char** argv) {
  if (hello_dl::native_vector_bytes != 16) {
    std::cout << "skipped: the baseline is for vectors of 16 bytes, as kernels need memory by their width\n";
    return 0;
  }
  const counts now = count_all();
  if (argc > 1 && std::strcmp(argv[1], "--print") == 0) {
    for (const auto& [name, number] : now) std::cout << name << ' ' << number << '\n';
    return 0;
  }
  const bool gone = differs(now, baseline(), "baseline: "), added = differs(baseline(), now, "now: ");
  if (!gone && !added) return 0;
  std::cout << "If that is meant, run: python3 test/bench/driver/counts.py --update\n";
  return 1;
}
