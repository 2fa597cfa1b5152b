#pragma once
/// exp(x): its own derivative

#include <hello_dl/core/math.hpp>
#include <hello_dl/ops/vocabulary.hpp>

namespace hello_dl {

struct exp_operation {
  static constexpr std::string_view name = "exp";
  static constexpr int arity = 1;
  static constexpr bool costly = true;
  static constexpr std::string_view latex = "e^{#1}";
  static constexpr binding latex_precedence = binding::power;
  template <class V>
  static constexpr V apply(V x) {
    return math::exp(x);
  }
  static constexpr term derivative(const application& at, int, term gradient) {
    return gradient * at.result();
  }
  /// In LaTeX an exponent that is a call, and so probably wide, stands on the line.
  static constexpr void spell(const graph& g, const node& n, spelling& s) {
    const node& exponent = g[n.operands[0]];
    if (!is_leaf(exponent) && exponent.op->text.empty()) s.latex = "\\exp\\left(#1\\right)";
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
