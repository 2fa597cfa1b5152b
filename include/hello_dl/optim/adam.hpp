#pragma once
/// Adam (Kingma and Ba 2015, "Adam: A Method for Stochastic Optimization", algorithm 1), with the
/// defaults of torch.optim.Adam.

#include <hello_dl/core/math.hpp>
#include <hello_dl/optim/lanes.hpp>

namespace hello_dl {

/// Each parameter moves by lr times the running mean of its gradient over the running root mean
/// square of it; both means are corrected for having started at 0.
struct adam {
  double lr = 1e-3;
  double beta1 = 0.9;
  double beta2 = 0.999;
  double eps = 1e-8;

  /// How many numbers the optimiser keeps for each parameter.
  static constexpr int state_count = 2;

  /// Step number `step` (from 1 on) for the parameters [begin, end). `state[0]` is the mean of the
  /// gradients, `state[1]` that of their squares, both 0 at first.
  template <class T>
  constexpr void update(long step, T* parameters, const T* gradients, T* const* state, extent begin,
                        extent end) const {
    const T b1 = static_cast<T>(beta1), b2 = static_cast<T>(beta2);
    const T rest1 = static_cast<T>(1 - beta1), rest2 = static_cast<T>(1 - beta2);  // in float, 1 - 0.999f is off by 1e-5
    const T step_size = static_cast<T>(lr / (1 - power(beta1, step)));
    const T root_correction = static_cast<T>(math::sqrt(1 - power(beta2, step)));
    for_each_lane<T>(begin, end, [&]<class V>(V, extent i) {
      const V g = load<V>(gradients + i);
      const V m = V(b1) * load<V>(state[0] + i) + V(rest1) * g;
      const V v = V(b2) * load<V>(state[1] + i) + V(rest2) * g * g;
      store(state[0] + i, m);
      store(state[1] + i, v);
      const V root = math::sqrt(v) / V(root_correction) + V(static_cast<T>(eps));
      store(parameters + i, load<V>(parameters + i) - V(step_size) * m / root);
    });
  }

 private:
  static constexpr double power(double base, long exponent) {
    double result = 1;
    for (; exponent > 0; exponent /= 2, base *= base)
      if (exponent % 2 == 1) result *= base;
    return result;
  }
};

}  // namespace hello_dl
