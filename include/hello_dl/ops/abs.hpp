#pragma once
/// abs(x): the derivative is sign(x), which is 0 at 0 as in PyTorch

#include <hello_dl/core/math.hpp>
#include <hello_dl/ops/vocabulary.hpp>

namespace hello_dl {

struct abs_operation {
  static constexpr std::string_view name = "abs";
  static constexpr int arity = 1;
  static constexpr std::string_view latex = "\\left|#1\\right|";
  template <class V>
  static constexpr V apply(V x) {
    return math::abs(x);
  }
  static constexpr term derivative(const application& at, int, term gradient) {
    return gradient * sign(at.operand(0));
  }
};
template <> struct definition<&record_of<abs_operation>> { using type = abs_operation; };

constexpr term abs(term x) { return apply<abs_operation>({}, x); }

/// abs(x), element by element.
template <expression X>
constexpr auto abs(const X& x) {
  return element_wise<abs_operation>(x);
}

}  // namespace hello_dl
