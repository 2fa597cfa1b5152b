#pragma once
/// sqrt(x): the derivative is 1 / (2 sqrt(x))

#include <hello_dl/core/math.hpp>
#include <hello_dl/ops/vocabulary.hpp>

namespace hello_dl {

struct sqrt_operation {
  static constexpr std::string_view name = "sqrt";
  static constexpr int arity = 1;
  static constexpr std::string_view latex = "\\sqrt{#1}";
  template <class V>
  static constexpr V apply(V x) {
    return math::sqrt(x);
  }
  static constexpr term derivative(const application& at, int, term gradient) {
    return 0.5 * gradient / at.result();
  }
};
template <> struct definition<&record_of<sqrt_operation>> { using type = sqrt_operation; };

constexpr term sqrt(term x) { return apply<sqrt_operation>({}, x); }

/// sqrt(x), element by element.
template <expression X>
constexpr auto sqrt(const X& x) {
  return element_wise<sqrt_operation>(x);
}

}  // namespace hello_dl
