#pragma once
/// a / b: a gets gradient / b, b gets -gradient (a / b) / b

#include <hello_dl/ops/multiply.hpp>

namespace hello_dl {

struct divide_operation {
  static constexpr std::string_view name = "divide";
  static constexpr int arity = 2;
  static constexpr std::string_view text = "#1 / #2";
  static constexpr binding precedence = binding::product;
  static constexpr std::string_view latex = "\\frac{#1}{#2}";
  static constexpr binding latex_precedence = binding::application;
  template <class V>
  static constexpr V apply(V a, V b) {
    return a / b;
  }
  static constexpr term derivative(const application& at, int k, term gradient) {
    const term b = at.operand(1);
    return k == 0 ? gradient / b : -(gradient * at.result() / b);
  }
  /// a / 1 is a, 0 / b is 0; signs and constants move to the front: (-a) / b is -(a / b), (c a) / 2 is
  /// (c / 2) a.
  static constexpr term simplify(graph& g, const node& n) {
    const term a{&g, n.operands[0]}, b{&g, n.operands[1]};
    if (is_constant(b, 1) && a.shape() == n.shape) return a;
    if (is_constant(a, 0)) return constant(g, 0, n.shape);
    if (const term positive = negated(a)) return -(positive / b);
    if (const term c = detail::leading_constant(a)) return divide_factors(c, {&g, g[a.id].operands[1]}, b);
    return {};
  }

 private:
  static constexpr term divide_factors(term c, term rest, term b) {
    return is_constant(b) && b.shape().rank == 0 ? (c / b) * rest : c * (rest / b);
  }
};
template <> struct definition<&record_of<divide_operation>> { using type = divide_operation; };

constexpr term operator/(term a, term b) { return apply<divide_operation>({}, a, b); }

constexpr term detail::constant_divisor(term quotient) {
  const node n = (*quotient.graph)[quotient.id];
  if (n.op != &record_of<divide_operation>) return {};
  const term divisor{quotient.graph, n.operands[1]};
  return is_constant(divisor) && divisor.shape().rank == 0 ? divisor : term{};
}

/// a / b, element by element, with broadcasting.
template <class A, class B>
  requires formula<A, B>
constexpr auto operator/(const A& a, const B& b) {
  return element_wise<divide_operation>(a, b);
}

}  // namespace hello_dl
