#pragma once
/// Clipping the norm of the gradient (Pascanu, Mikolov and Bengio 2013, "On the difficulty of training recurrent neural
/// networks", algorithm 1), in the form of torch.nn.utils.clip_grad_norm_.

#include <hello_dl/core/shape.hpp>

namespace hello_dl {

/// Optimisers that must see the whole gradient before they change a parameter.
template <class Optimiser>
concept clips_gradient = requires(const Optimiser& optimiser) { optimiser.max_norm; };

/// What one step of a clipped optimiser does: that of `rule` with scaled gradients.
template <class Rule, class T>
struct clipped_rule {
  Rule rule;
  T scale;  ///< what the optimiser's scale() says for this step's gradient

  template <class V>
  [[gnu::always_inline]] constexpr void operator()(T* parameters, T* const* state, extent i, V gradient) const {
    rule(parameters, state, i, V(scale) * gradient);
  }
};
template <class Rule, class T>
clipped_rule(Rule, T) -> clipped_rule<Rule, T>;

/// `Optimiser` with gradients that are no longer than max_norm: if the Euclidean norm of the gradient with respect to all
/// parameters together is larger, the gradient is scaled down to it. All else is the optimiser's:
/// clipped{adamw{.lr = 0.01}, 1.0} has an lr too. In a trainer it costs one more pass over the gradient.
template <class Optimiser>
struct clipped : Optimiser {
  static_assert(!clips_gradient<Optimiser>, "clipped: this optimiser clips its gradient already");

  double max_norm;

  /// What step number `step` (from 1 on) does, with the scale 1.
  template <class T>
  constexpr auto rule(long step) const {
    return clipped_rule{Optimiser::template rule<T>(step), T(1)};
  }

  /// What a gradient of this norm is multiplied by: min(1, max_norm / (norm + 1e-6)). NaN stays NaN.
  constexpr double scale(double norm) const {
    const double part = max_norm / (norm + 1e-6);
    return part > 1 ? 1 : part;
  }
};
template <class Optimiser>
clipped(Optimiser, double) -> clipped<Optimiser>;

}  // namespace hello_dl
