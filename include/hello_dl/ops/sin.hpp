#pragma once
/// sin(x): the derivative is cos(x)

#include <hello_dl/core/math.hpp>
#include <hello_dl/ops/vocabulary.hpp>

namespace hello_dl {

struct sin_operation {
  static constexpr std::string_view name = "sin";
  static constexpr int arity = 1;
  static constexpr bool costly = true;
  static constexpr std::string_view latex = "\\sin #1";
  static constexpr binding latex_precedence = binding::application;
  template <class V>
  static constexpr V apply(V x) {
    return math::sin(x);
  }
  static constexpr term derivative(const application& at, int, term gradient) {
    return gradient * cos(at.operand(0));
  }
};
template <> struct definition<&record_of<sin_operation>> { using type = sin_operation; };

constexpr term sin(term x) { return apply<sin_operation>({}, x); }

/// sin(x), element by element.
template <expression X>
constexpr auto sin(const X& x) {
  return element_wise<sin_operation>(x);
}

}  // namespace hello_dl
