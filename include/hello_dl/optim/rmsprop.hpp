#pragma once
/// RMSprop (Tieleman and Hinton 2012, "Neural Networks for Machine Learning", lecture 6.5), in the form and
/// with the defaults of torch.optim.RMSprop.

#include <hello_dl/core/shape.hpp>
#include <hello_dl/optim/root_of_squares.hpp>

namespace hello_dl {

/// What one step of rmsprop does to the parameters from i on, as many as V has lanes. `state[0]` is the
/// running mean of the gradients' squares, `state[1]` the velocity, `state[2]` the running mean of the gradients,
/// all 0 at first. Without momentum the velocity is neither read nor written, if not centered the last mean is not.
template <class T>
struct rmsprop_rule {
  T lr, alpha, rest, eps, momentum, weight_decay;
  bool centered;

  template <class V>
  [[gnu::always_inline]] constexpr void operator()(T* parameters, T* const* state, extent i, V gradient) const {
    const V p = load<V>(parameters + i);
    gradient += V(weight_decay) * p;
    const V v = V(alpha) * load<V>(state[0] + i) + V(rest) * gradient * gradient;
    store(state[0] + i, v);
    V step = gradient / (detail::root_of_squares(centered ? variance(v, state[2] + i, gradient) : v) + V(eps));
    if (momentum != 0) {
      step = V(momentum) * load<V>(state[1] + i) + step;
      store(state[1] + i, step);
    }
    store(parameters + i, p - V(lr) * step);
  }

 private:
  /// The mean of squares about the mean, which moves here too. Rounding may put it below 0, where PyTorch has NaN.
  template <class V>
  [[gnu::always_inline]] constexpr V variance(V squares, T* mean, V gradient) const {
    const V m = V(alpha) * load<V>(mean) + V(rest) * gradient;
    store(mean, m);
    const V result = squares - m * m;
    return select(result < V(0), V(0), result);
  }
};

/// Each parameter moves by lr times its gradient over the running root mean square of it, or by lr times a
/// velocity that gathers these: velocity = momentum velocity + gradient / root mean square. `weight_decay` adds
/// weight_decay * parameter to the gradient first (L2 regularisation). `centered` (Graves 2013, "Generating Sequences
/// With Recurrent Neural Networks", equations 38 to 45) subtracts the square of the gradient's running mean under the root.
struct rmsprop {
  double lr = 1e-2;
  double alpha = 0.99;  ///< how much of the mean of squares stays from step to step
  double eps = 1e-8;
  double momentum = 0;
  double weight_decay = 0;
  bool centered = false;

  /// What the optimiser keeps for each parameter, as a PyTorch state_dict calls it.
  static constexpr const char* state_names[] = {"square_avg", "momentum_buffer", "grad_avg"};

  /// What a step does; its number makes no difference here.
  template <class T>
  constexpr rmsprop_rule<T> rule(long) const {
    return {static_cast<T>(lr),       static_cast<T>(alpha),        static_cast<T>(1 - alpha), static_cast<T>(eps),
            static_cast<T>(momentum), static_cast<T>(weight_decay), centered};
  }
};

}  // namespace hello_dl
