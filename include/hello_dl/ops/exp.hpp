#pragma once
/// exp(x): its own derivative

#include <hello_dl/core/math.hpp>
#include <hello_dl/ops/vocabulary.hpp>

namespace hello_dl {

struct exp_operation {
  static constexpr std::string_view name = "exp";
  static constexpr int arity = 1;
  static constexpr std::string_view latex = "e^{#1}";
  static constexpr binding latex_precedence = binding::power;
  template <class V>
  static constexpr V apply(V x) {
    return math::exp(x);
  }
  static constexpr term derivative(const application& at, int, term gradient) {
    return gradient * at.result();
  }
};
template <> struct definition<&record_of<exp_operation>> { using type = exp_operation; };

constexpr term exp(term x) { return apply<exp_operation>({}, x); }

/// exp(x), element by element.
template <expression X>
constexpr auto exp(const X& x) {
  return element_wise<exp_operation>(x);
}

}  // namespace hello_dl
