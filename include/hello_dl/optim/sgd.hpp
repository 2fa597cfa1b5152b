#pragma once
/// Stochastic gradient descent with momentum, in the form and with the defaults of torch.optim.SGD.

#include <hello_dl/core/shape.hpp>
#include <hello_dl/core/simd.hpp>

namespace hello_dl {

/// What one step of sgd does to the parameters from i on, as many as V has lanes. `state[0]` is the
/// velocity, 0 at first; without momentum it is neither read nor written.
template <class T>
struct sgd_rule {
  T lr, momentum, weight_decay;
  bool nesterov;

  template <class V>
  [[gnu::always_inline]] constexpr void operator()(T* parameters, T* const* state, extent i, V gradient) const {
    const V p = load<V>(parameters + i);
    V step = gradient + V(weight_decay) * p;
    if (momentum != 0) {
      const V velocity = V(momentum) * load<V>(state[0] + i) + step;
      store(state[0] + i, velocity);
      step = nesterov ? step + V(momentum) * velocity : velocity;
    }
    store(parameters + i, p - V(lr) * step);
  }
};

/// velocity = momentum velocity + gradient; parameter -= lr velocity. `weight_decay` adds
/// weight_decay * parameter to the gradient first (L2 regularisation). With `nesterov` (Sutskever et al. 2013,
/// "On the importance of initialization and momentum in deep learning") the step looks ahead to the next
/// velocity: parameter -= lr (gradient + momentum velocity).
struct sgd {
  double lr = 1e-3;
  double momentum = 0;
  double weight_decay = 0;
  bool nesterov = false;  ///< makes no difference without momentum

  /// What the optimiser keeps for each parameter, as a PyTorch state_dict calls it.
  static constexpr const char* state_names[] = {"momentum_buffer"};

  /// What a step does; its number makes no difference here.
  template <class T>
  constexpr sgd_rule<T> rule(long) const {
    return {static_cast<T>(lr), static_cast<T>(momentum), static_cast<T>(weight_decay), nesterov};
  }
};

}  // namespace hello_dl
