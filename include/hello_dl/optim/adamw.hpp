#pragma once
/// Adam with decoupled weight decay (Loshchilov and Hutter 2019, "Decoupled Weight Decay Regularization",
/// algorithm 2), with the defaults of torch.optim.AdamW.

#include <hello_dl/optim/adam.hpp>

namespace hello_dl {

/// A step first shrinks each parameter by lr weight_decay of it, then does what adam without weight decay
/// does. Added to the gradient, as in adam, the decay would be divided by the root mean square too, and
/// parameters with large gradients would hardly decay.
struct adamw {
  double lr = 1e-3;
  double beta1 = 0.9;
  double beta2 = 0.999;
  double eps = 1e-8;
  double weight_decay = 0.01;

  /// What the optimiser keeps for each parameter, as a PyTorch state_dict calls it.
  static constexpr const char* state_names[] = {"exp_avg", "exp_avg_sq"};

  /// What step number `step` (from 1 on) does. Not p (1 - lr weight_decay): in float that factor may have few
  /// digits of the decay left.
  template <class T>
  constexpr adam_rule<T> rule(long step) const {
    auto result = adam{.lr = lr, .beta1 = beta1, .beta2 = beta2, .eps = eps}.rule<T>(step);
    result.shrinkage = static_cast<T>(lr * weight_decay);
    return result;
  }
};

}  // namespace hello_dl
