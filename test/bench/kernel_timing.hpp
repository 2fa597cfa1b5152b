#pragma once
/// What the tables of kernels share: the best time of each of some programs that take turns, and the peak
/// that they are compared with.

#include <hello_dl/core/simd.hpp>

#include <algorithm>
#include <vector>

#include <bench/peers/common.h>

namespace bench {

/// A loop that holds nothing but multiply-adds in registers.
inline void multiply_add_in_registers(void*, int) {
#ifdef __FMA__
  using vector = hello_dl::simd<float, hello_dl::native_lanes<float>>;
  vector::native r0{}, r1{}, r2{}, r3{}, r4{}, r5{}, r6{}, r7{}, r8{}, r9{};
  const vector::native a = vector(0.5f).value;
#define STEP(r) __asm__ volatile("vfmadd132ps %1, %1, %0" : "+v"(r) : "v"(a));
  for (int k = 0; k < 2000; ++k) {
    STEP(r0) STEP(r1) STEP(r2) STEP(r3) STEP(r4) STEP(r5) STEP(r6) STEP(r7) STEP(r8) STEP(r9)
  }
#undef STEP
#endif
}
/// Its floating-point operations.
inline constexpr double peak_flop = 2000. * 10 * 2 * hello_dl::native_lanes<float>;

/// The best seconds per call of each step in groups of about 0.3 ms, which take turns: a machine that is slower
/// for a while is so for all of them, and many short groups find the moments in which nothing else disturbs.
inline std::vector<double> best_seconds(const std::vector<step_fn>& steps, void* context) {
  std::vector<double> best(steps.size(), 1e9);
  std::vector<int> calls(steps.size(), 1);
  for (int round = 0; round < 300; ++round)
    for (std::size_t i = 0; i < steps.size(); ++i) {
      const double start = clock_s();
      for (int call = 0; call < calls[i]; ++call) steps[i](context, call);
      const double seconds = (clock_s() - start) / calls[i];
      if (round > 4) best[i] = std::min(best[i], seconds);
      calls[i] = std::max(1, static_cast<int>(3e-4 / seconds));
    }
  return best;
}

}  // namespace bench
