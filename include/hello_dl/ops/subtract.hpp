#pragma once
/// a - b: the gradient goes to a unchanged and to b negated

#include <hello_dl/ops/vocabulary.hpp>

namespace hello_dl {

struct subtract_operation {
  static constexpr std::string_view name = "subtract";
  static constexpr int arity = 2;
  static constexpr std::string_view text = "#1 - #2";
  static constexpr binding precedence = binding::sum;
  template <class V>
  static constexpr V apply(V a, V b) {
    return a - b;
  }
  static constexpr term derivative(const application&, int k, term gradient) {
    return k == 0 ? gradient : -gradient;
  }
  /// a - 0 is a, 0 - b is -b, a - a is 0, -a - a is -2 a, a - (-b) is a + b.
  static constexpr term simplify(graph& g, const node& n) {
    const term a{&g, n.operands[0]}, b{&g, n.operands[1]};
    if (is_constant(b, 0) && a.shape() == n.shape) return a;
    if (is_constant(a, 0) && b.shape() == n.shape) return -b;
    if (a == b) return constant(g, 0, n.shape);
    if (const term merged = like_terms(a, b, -1)) return merged;
    if (const term positive = opposite(b)) return a + positive;
    return merge_into_sum(a, b, -1);
  }
};
template <> struct definition<&record_of<subtract_operation>> { using type = subtract_operation; };

constexpr term operator-(term a, term b) { return apply<subtract_operation>({}, a, b); }

/// a - b, element by element, with broadcasting.
template <class A, class B>
  requires formula<A, B>
constexpr auto operator-(const A& a, const B& b) {
  return element_wise<subtract_operation>(a, b);
}

}  // namespace hello_dl
