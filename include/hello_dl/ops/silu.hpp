#pragma once
/// silu(x) = x sigmoid(x), also known as swish (Hendrycks and Gimpel 2016, section 2; Ramachandran et al. 2017, "Searching for Activation Functions")

#include <hello_dl/core/math.hpp>
#include <hello_dl/ops/vocabulary.hpp>

namespace hello_dl {

struct silu_operation {
  static constexpr std::string_view name = "silu";
  static constexpr int arity = 1;
  static constexpr bool costly = true;
  static constexpr std::string_view latex = "\\operatorname{silu}\\left(#1\\right)";
  template <class V>
  static constexpr V apply(V x) {
    return x * math::sigmoid(x);
  }
  /// With s = sigmoid(x): s + x s (1 - s).
  static constexpr term derivative(const application& at, int, term gradient) {
    const term x = at.operand(0), s = sigmoid(x);
    return gradient * (s * (x * (1.0 - s) + 1.0));
  }
};
template <> struct definition<&record_of<silu_operation>> { using type = silu_operation; };

constexpr term silu(term x) { return apply<silu_operation>({}, x); }

/// silu(x) = x sigmoid(x), element by element.
template <expression X>
constexpr auto silu(const X& x) {
  return element_wise<silu_operation>(x);
}

}  // namespace hello_dl
