#pragma once
/// Adam (Kingma and Ba 2015, "Adam: A Method for Stochastic Optimization", algorithm 1), with the
/// defaults of torch.optim.Adam.

#include <hello_dl/core/shape.hpp>
#include <hello_dl/optim/root_of_squares.hpp>

namespace hello_dl {

/// What one step of adam or adamw does to the parameters from i on, as many as V has lanes. `state[0]` is
/// the running mean of the gradients, `state[1]` that of their squares, both 0 at first.
template <class T>
struct adam_rule {
  T beta1, rest1, beta2, rest2;
  T step_size, eps;  ///< both corrected
  T weight_decay;    ///< the multiple of a parameter that its gradient gains
  T shrinkage;       ///< the part of a parameter that the step takes away besides

  template <class V>
  [[gnu::always_inline]] constexpr void operator()(T* parameters, T* const* state, extent i, V gradient) const {
    const V p = load<V>(parameters + i);
    gradient += V(weight_decay) * p;
    const V m = V(beta1) * load<V>(state[0] + i) + V(rest1) * gradient;
    const V v = V(beta2) * load<V>(state[1] + i) + V(rest2) * gradient * gradient;
    store(state[0] + i, m);
    store(state[1] + i, v);
    store(parameters + i, p - (V(shrinkage) * p + V(step_size) * m / (detail::root_of_squares(v) + V(eps))));
  }
};

/// Each parameter moves by lr times the running mean of its gradient over the running root mean
/// square of it; both means are corrected for having started at 0. `weight_decay` adds weight_decay *
/// parameter to the gradient first (L2 regularisation); see adamw for the other kind.
struct adam {
  double lr = 1e-3;
  double beta1 = 0.9;
  double beta2 = 0.999;
  double eps = 1e-8;
  double weight_decay = 0;

  /// What the optimiser keeps for each parameter, as a PyTorch state_dict calls it.
  static constexpr const char* state_names[] = {"exp_avg", "exp_avg_sq"};

  /// What step number `step` (from 1 on) does. With the corrections c1 = 1 - beta1^step and
  /// c2 = 1 - beta2^step, lr (m / c1) / (sqrt(v / c2) + eps) is computed as
  /// (lr sqrt(c2) / c1) m / (sqrt(v) + eps sqrt(c2)): one root and one division.
  template <class T>
  constexpr adam_rule<T> rule(long step) const {
    const double root_correction = math::sqrt(1 - power(beta2, step));
    return {static_cast<T>(beta1), static_cast<T>(1 - beta1),  // in float, 1 - 0.999f is off by 1e-5
            static_cast<T>(beta2), static_cast<T>(1 - beta2),
            static_cast<T>(lr * root_correction / (1 - power(beta1, step))),
            static_cast<T>(eps * root_correction),
            static_cast<T>(weight_decay), T(0)};
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
