#pragma once
/// Losses: one number for how wrong a model is. Names, defaults and formulas as in PyTorch, with its
/// default reduction, the mean.

#include <hello_dl/ops/ops.hpp>

namespace hello_dl {

/// The mean of -log_probabilities[n, labels[n]]: log_probabilities [n, classes], labels [n] of index type.
template <expression X, expression Labels>
constexpr auto nll_loss(const X& log_probabilities, const Labels& labels) {
  return -mean(pick(log_probabilities, labels));
}

/// nll_loss of log_softmax, in one pass: logits [n, classes], labels [n]. A label outside 0..classes-1
/// gives NaN.
template <expression X, expression Labels>
constexpr auto cross_entropy(const X& logits, const Labels& labels) {
  return mean(cross_entropy_rows(logits, labels));
}

/// The mean of (x - target)^2.
template <class X, class Target>
  requires formula<X, Target>
constexpr auto mse_loss(const X& x, const Target& target) {
  static_assert(detail::operand_shape<X>() == detail::operand_shape<Target>(),
                "mse_loss: the prediction and the target must have the same shape");
  const auto difference = x - target;
  return mean(difference * difference);
}

}  // namespace hello_dl
