#pragma once
/// Stochastic gradient descent with momentum, in the form and with the defaults of torch.optim.SGD.

#include <hello_dl/optim/lanes.hpp>

namespace hello_dl {

/// velocity = momentum velocity + gradient; parameter -= lr velocity. `weight_decay` adds
/// weight_decay * parameter to the gradient first (L2 regularisation).
struct sgd {
  double lr = 1e-3;
  double momentum = 0;
  double weight_decay = 0;

  /// How many numbers the optimiser keeps for each parameter.
  static constexpr int state_count = 1;

  /// One step for the parameters [begin, end). `state[0]` is the velocity, 0 at first.
  template <class T>
  constexpr void update(long, T* parameters, const T* gradients, T* const* state, extent begin, extent end) const {
    T* const velocity = state[0];
    for_each_lane<T>(begin, end, [&]<class V>(V, extent i) {
      const V p = load<V>(parameters + i);
      const V g = load<V>(gradients + i) + V(static_cast<T>(weight_decay)) * p;
      const V v = V(static_cast<T>(momentum)) * load<V>(velocity + i) + g;
      store(velocity + i, v);
      store(parameters + i, p - V(static_cast<T>(lr)) * v);
    });
  }
};

}  // namespace hello_dl
