#pragma once
/// sigmoid(x) = 1 / (1 + exp(-x)): the derivative is y (1 - y) with y = sigmoid(x)

#include <hello_dl/core/math.hpp>
#include <hello_dl/ops/vocabulary.hpp>

namespace hello_dl {

struct sigmoid_operation {
  static constexpr std::string_view name = "sigmoid";
  static constexpr int arity = 1;
  static constexpr bool costly = true;
  static constexpr std::string_view latex = "\\sigma\\left(#1\\right)";
  template <class V>
  static constexpr V apply(V x) {
    return math::sigmoid(x);
  }
  static constexpr term derivative(const application& at, int, term gradient) {
    const term y = at.result();
    return gradient * (y * (1.0 - y));
  }
};
template <> struct definition<&record_of<sigmoid_operation>> { using type = sigmoid_operation; };

constexpr term sigmoid(term x) { return apply<sigmoid_operation>({}, x); }

/// sigmoid(x) = 1 / (1 + exp(-x)), element by element.
template <expression X>
constexpr auto sigmoid(const X& x) {
  return element_wise<sigmoid_operation>(x);
}

}  // namespace hello_dl
