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

/// What else cross_entropy can be told: label_smoothing is the share of the probability that a label gives
/// up, so that all classes have the same part of it (Szegedy et al. 2016, "Rethinking the Inception
/// Architecture for Computer Vision", section 7).
struct cross_entropy_options {
  double label_smoothing = 0;
};

/// cross_entropy to the smoothed labels: `cross_entropy(logits, labels, {.label_smoothing = 0.1})`.
/// Moving a share of the probability from the label to all classes adds the share times the label's logit
/// less the mean logit, so the one pass of cross_entropy_rows is enough here too.
template <expression X, expression Labels>
constexpr auto cross_entropy(const X& logits, const Labels& labels, cross_entropy_options options) {
  return cross_entropy(logits, labels) + options.label_smoothing * (mean(pick(logits, labels)) - mean(logits));
}

namespace detail {
template <class X, class Target>
constexpr bool same_shape = operand_shape<X>() == operand_shape<Target>();
}  // namespace detail

/// The mean of -(target log(p) + (1 - target) log(1 - p)) with p = sigmoid(logits), a probability for each
/// element. No digits are lost where p is near 0 or 1.
template <expression X, expression Target>
constexpr auto binary_cross_entropy_with_logits(const X& logits, const Target& target) {
  static_assert(detail::same_shape<X, Target>,
                "binary_cross_entropy_with_logits: the logits and the target must have the same shape");
  return -mean(target * log_sigmoid(logits) + (1 - target) * log_sigmoid(-logits));
}

/// The mean of (x - target)^2.
template <class X, class Target>
  requires formula<X, Target>
constexpr auto mse_loss(const X& x, const Target& target) {
  static_assert(detail::same_shape<X, Target>, "mse_loss: the prediction and the target must have the same shape");
  const auto difference = x - target;
  return mean(difference * difference);
}

/// The mean of |x - target|.
template <class X, class Target>
  requires formula<X, Target>
constexpr auto l1_loss(const X& x, const Target& target) {
  static_assert(detail::same_shape<X, Target>, "l1_loss: the prediction and the target must have the same shape");
  return mean(abs(x - target));
}

/// The mean of d^2 / 2 where |d| < delta, else delta (|d| - delta / 2), with d = x - target: outliers pull no
/// harder than delta (Huber 1964, "Robust Estimation of a Location Parameter").
template <class X, class Target>
  requires formula<X, Target>
constexpr auto huber_loss(const X& x, const Target& target, double delta = 1) {
  static_assert(detail::same_shape<X, Target>, "huber_loss: the prediction and the target must have the same shape");
  const auto difference = x - target;
  const auto distance = abs(difference);
  return mean(where(distance < delta, 0.5 * (difference * difference), delta * (distance - 0.5 * delta)));
}

/// huber_loss divided by its delta, which is called beta > 0 here: far from the target it is l1_loss, less beta / 2.
template <class X, class Target>
  requires formula<X, Target>
constexpr auto smooth_l1_loss(const X& x, const Target& target, double beta = 1) {
  static_assert(detail::same_shape<X, Target>, "smooth_l1_loss: the prediction and the target must have the same shape");
  return huber_loss(x, target, beta) / beta;
}

}  // namespace hello_dl
