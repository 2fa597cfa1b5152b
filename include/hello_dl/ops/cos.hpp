#pragma once
/// cos(x): the derivative is -sin(x)

#include <hello_dl/core/math.hpp>
#include <hello_dl/ops/vocabulary.hpp>

namespace hello_dl {

struct cos_operation {
  static constexpr std::string_view name = "cos";
  static constexpr int arity = 1;
  static constexpr bool costly = true;
  static constexpr std::string_view latex = "\\cos #1";
  static constexpr binding latex_precedence = binding::application;
  template <class V>
  static constexpr V apply(V x) {
    return math::cos(x);
  }
  static constexpr term derivative(const application& at, int, term gradient) {
    return gradient * -sin(at.operand(0));
  }
};
template <> struct definition<&record_of<cos_operation>> { using type = cos_operation; };

constexpr term cos(term x) { return apply<cos_operation>({}, x); }

/// cos(x), element by element.
template <expression X>
constexpr auto cos(const X& x) {
  return element_wise<cos_operation>(x);
}

}  // namespace hello_dl
