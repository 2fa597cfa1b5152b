#pragma once
/// log_sigmoid(x) = log(1 / (1 + exp(-x))): the derivative is sigmoid(-x) (PyTorch: functional.logsigmoid)

#include <hello_dl/core/math.hpp>
#include <hello_dl/ops/vocabulary.hpp>

namespace hello_dl {

struct log_sigmoid_operation {
  static constexpr std::string_view name = "log_sigmoid";
  static constexpr int arity = 1;
  static constexpr bool costly = true;
  static constexpr std::string_view latex = "\\log \\sigma\\left(#1\\right)";
  static constexpr binding latex_precedence = binding::application;
  /// min(x, 0) - log(1 + exp(-|x|)): no exponential overflows, no logarithm is of a number that was rounded to 0 or 1.
  template <class V>
  static constexpr V apply(V x) {
    return math::minimum(x, V(0)) - math::log1p_of_positive(math::exp(-math::abs(x)));
  }
  static constexpr term derivative(const application& at, int, term gradient) {
    return gradient * sigmoid(-at.operand(0));
  }
};
template <> struct definition<&record_of<log_sigmoid_operation>> { using type = log_sigmoid_operation; };

constexpr term log_sigmoid(term x) { return apply<log_sigmoid_operation>({}, x); }

/// log_sigmoid(x) = log(1 / (1 + exp(-x))), element by element.
template <expression X>
constexpr auto log_sigmoid(const X& x) {
  return element_wise<log_sigmoid_operation>(x);
}

}  // namespace hello_dl
