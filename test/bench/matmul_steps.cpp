// A matrix product in five steps (docs/tutorial/3-why-is-it-fast.md), beside what the processor can do.
#include <bench/peers/common.h>
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

/// Registers alone: chains of multiplications and additions, none of which waits for another.
constexpr int chains = 12;
void peak(void*, int) {
  steps::vector sum[chains];
  for (steps::vector& s : sum) s = steps::vector(1.0f);
  const steps::vector a(0.999f), b(0.001f);
  for (int i = 0; i < 100'000; ++i)
    hello_dl::in_chunks<chains>([&]<int I> {
      sum[I] = fma(sum[I], a, b);
      asm volatile("" : "+v"(sum[I].value));
    });
}

double gflops(double operations, step_fn work, void* self) { return operations / measure(work, self, group_seconds(), group_reps()).median * 1e-9; }

}  // namespace

int main() {
  fast_fp();
  const double limit = gflops(2.0 * chains * steps::lanes * 100'000, peak, nullptr);
  std::printf("[%d, %d] times [%d, %d] in float, vectors of %d; registers alone: %.0f GFLOP/s\n\n", int(m), int(k), int(k), int(n), int(steps::lanes), limit);
  std::printf("| step | GFLOP/s | share of the limit | gain |\n|---|---|---|---|\n");
  const struct { const char* name; decltype(product::step) step; } all[] = {
      {"definition", steps::definition<m, n, k>}, {"along rows", steps::along_rows<m, n, k>}, {"in registers", steps::in_registers<m, n, k>},
      {"in tiles", steps::in_tiles<m, n, k>}, {"library", steps::library<m, n, k>}};
  double before = 0;
  for (const auto& [name, step] : all) {
    product p{step};
    const double speed = gflops(2.0 * m * n * k, product::run, &p);
    std::printf("| %s | %.1f | %.0f %% | %s%.2f |\n", name, speed, 100 * speed / limit, before > 0 ? "x " : "", before > 0 ? speed / before : 1);
    before = speed;
  }
}
