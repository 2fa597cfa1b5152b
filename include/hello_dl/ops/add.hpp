#pragma once
/// a + b: the gradient goes to both unchanged

#include <hello_dl/ops/subtract.hpp>

namespace hello_dl {

struct add_operation {
  static constexpr std::string_view name = "add";
  static constexpr int arity = 2;
  static constexpr std::string_view text = "#1 + #2";
  static constexpr binding precedence = binding::sum;
  static constexpr bool commutative = true;
  template <class V>
  static constexpr V apply(V a, V b) {
    return a + b;
  }
  static constexpr term derivative(const application&, int, term gradient) { return gradient; }
  /// 0 + b is b, a + 0 is a, a + (-b) is a - b, (-a) + b is b - a, a + 2 a is 3 a.
  static constexpr term simplify(graph& g, const node& n) {
    const term a{&g, n.operands[0]}, b{&g, n.operands[1]};
    if (is_constant(a, 0) && b.shape() == n.shape) return b;
    if (is_constant(b, 0) && a.shape() == n.shape) return a;
    if (const term merged = like_terms(a, b, 1)) return merged;
    if (const term positive = opposite(b)) return a - positive;
    if (const term positive = opposite(a)) return b - positive;
    return merge_into_sum(a, b, 1);
  }
};
template <> struct definition<&record_of<add_operation>> { using type = add_operation; };

constexpr term operator+(term a, term b) { return apply<add_operation>({}, a, b); }

/// (p + b) + b is p + 2 b, (p - b) - b is p - 2 b.
constexpr term merge_into_sum(term sum, term b, double sign) {
  const node n = (*sum.graph)[sum.id];
  const bool is_sum = n.op == &record_of<add_operation>;
  if (!is_sum && n.op != &record_of<subtract_operation>) return {};
  const term first{sum.graph, n.operands[0]}, last{sum.graph, n.operands[1]};
  if (const term merged = like_terms(first, b, sign)) return is_sum ? merged + last : merged - last;
  if (const term merged = like_terms(last, b, is_sum ? sign : -sign)) return is_sum ? first + merged : first - merged;
  return {};
}

/// a + b, element by element, with broadcasting.
template <class A, class B>
  requires formula<A, B>
constexpr auto operator+(const A& a, const B& b) {
  return element_wise<add_operation>(a, b);
}

}  // namespace hello_dl
