#pragma once
/// Adam (Kingma and Ba 2015, "Adam: A Method for Stochastic Optimization", algorithm 1), with the
/// defaults of torch.optim.Adam.

#include <hello_dl/core/math.hpp>
#include <hello_dl/core/shape.hpp>

#include <bit>
#include <limits>
#include <type_traits>

namespace hello_dl {

namespace detail {

/// The square root of a mean of squares, within 2 ulp: never negative, and a denormal may count as
/// zero. For vectors of float a guess of 1 / sqrt(x) from the bits (Lomont 2003, "Fast Inverse Square
/// Root"), 3 % off, and three of Newton's steps: compilers take lane by lane for sqrt, because of errno.
template <class V>
[[gnu::always_inline]] constexpr V root_of_squares(V x) {
  if constexpr (std::is_same_v<lane_type<V>, float> && !std::is_same_v<V, float>) {
    using bits = typename V::mask;
    V inverse = std::bit_cast<V>(bits(0x5f375a86) - (std::bit_cast<bits>(x) >> 1));
    for (int i = 0; i < 3; ++i) inverse *= V(1.5f) - V(0.5f) * (x * inverse * inverse);
    return select(x < V(std::numeric_limits<float>::infinity()), x * inverse, x);
  } else {
    return math::sqrt(x);
  }
}

}  // namespace detail

/// What one step of adam does to the parameters from i on, as many as V has lanes. `state[0]` is the
/// running mean of the gradients, `state[1]` that of their squares, both 0 at first.
template <class T>
struct adam_rule {
  T beta1, rest1, beta2, rest2;
  T step_size, eps;  ///< both corrected

  template <class V>
  [[gnu::always_inline]] constexpr void operator()(T* parameters, T* const* state, extent i, V gradient) const {
    const V m = V(beta1) * load<V>(state[0] + i) + V(rest1) * gradient;
    const V v = V(beta2) * load<V>(state[1] + i) + V(rest2) * gradient * gradient;
    store(state[0] + i, m);
    store(state[1] + i, v);
    store(parameters + i, load<V>(parameters + i) - V(step_size) * m / (detail::root_of_squares(v) + V(eps)));
  }
};

/// Each parameter moves by lr times the running mean of its gradient over the running root mean
/// square of it; both means are corrected for having started at 0.
struct adam {
  double lr = 1e-3;
  double beta1 = 0.9;
  double beta2 = 0.999;
  double eps = 1e-8;

  /// How many numbers the optimiser keeps for each parameter.
  static constexpr int state_count = 2;

  /// What step number `step` (from 1 on) does. With the corrections c1 = 1 - beta1^step and
  /// c2 = 1 - beta2^step, lr (m / c1) / (sqrt(v / c2) + eps) is computed as
  /// (lr sqrt(c2) / c1) m / (sqrt(v) + eps sqrt(c2)): one root and one division.
  template <class T>
  constexpr adam_rule<T> rule(long step) const {
    const double root_correction = math::sqrt(1 - power(beta2, step));
    return {static_cast<T>(beta1), static_cast<T>(1 - beta1),  // in float, 1 - 0.999f is off by 1e-5
            static_cast<T>(beta2), static_cast<T>(1 - beta2),
            static_cast<T>(lr * root_correction / (1 - power(beta1, step))),
            static_cast<T>(eps * root_correction)};
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
