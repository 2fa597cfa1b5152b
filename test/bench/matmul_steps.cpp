// A matrix product in five steps (docs/tutorial/7-why-is-it-fast.md), beside what the processor can do.
#include <bench/kernel_timing.hpp>
#include <docs/matmul_steps.hpp>

#include <cstdio>
#include <vector>

namespace {

using steps::extent;
constexpr extent m = 510, n = 512, k = 512;

struct product {
  void (*step)(const float*, const float*, float*);
  std::vector<float> a = std::vector<float>(m * k, 0.5f), b = std::vector<float>(k * n, 0.25f), c = std::vector<float>(m * n);
  static void run(void* self, int) {
    product& p = *static_cast<product*>(self);
    p.step(p.a.data(), p.b.data(), p.c.data());
  }
};

}  // namespace

int main() {
  setenv("PEERS_CLOCK", "cpu", 0);
  fast_fp();
  const struct { const char* name; decltype(product::step) step; } all[] = {
      {"definition", steps::definition<m, n, k>}, {"along rows", steps::along_rows<m, n, k>}, {"in registers", steps::in_registers<m, n, k>},
      {"in tiles", steps::in_tiles<m, n, k>}, {"library", steps::library<m, n, k>}};
  std::printf("[%d, %d] times [%d, %d] in float, vectors of %d\n\n", int(m), int(k), int(k), int(n), int(steps::lanes));
  std::printf("| step | GFLOP/s | of the peak | gain |\n|---|---|---|---|\n");
  double before = 0;
  for (const auto& [name, step] : all) {
    product p{step};
    const std::vector<double> seconds = bench::best_seconds({bench::multiply_add_in_registers, product::run}, &p);
    const double speed = 2e-9 * m * n * k / seconds[1], peak = 1e-9 * bench::peak_flop / seconds[0];
    std::printf("| %s | %.1f | %.0f %% |", name, speed, 100 * speed / peak);
    if (before > 0) std::printf(" x %.2f |\n", speed / before);
    else std::printf(" |\n");
    before = speed;
  }
}
