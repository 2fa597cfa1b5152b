#pragma once
/// -x: the gradient is negated.

#include <hello_dl/ops/divide.hpp>
#include <hello_dl/ops/multiply.hpp>

namespace hello_dl {

struct negate_operation {
  static constexpr std::string_view name = "negate";
  static constexpr int arity = 1;
  static constexpr std::string_view text = "-#1";
  static constexpr binding precedence = binding::sign;
  template <class V>
  static constexpr V apply(V x) { return -x; }
  static constexpr term derivative(const application&, int, term gradient) { return -gradient; }
  /// -(-x) is x, -(-2 x) is 2 x.
  static constexpr term simplify(graph& g, const node& n) { return opposite({&g, n.operands[0]}); }
};
template <> struct definition<&record_of<negate_operation>> { using type = negate_operation; };

constexpr term operator-(term x) { return apply<negate_operation>({}, x); }

constexpr term negated(term x) {
  const node n = (*x.graph)[x.id];
  return n.op == &record_of<negate_operation> ? term{x.graph, n.operands[0]} : term{};
}

constexpr term opposite(term x) {
  graph& g = *x.graph;
  node n = g[x.id];
  if (is_constant(n)) return n.value < 0 ? constant(g, -n.value, n.shape) : term{};
  if (n.op != &record_of<multiply_operation> && n.op != &record_of<divide_operation>) return negated(x);
  const node first = g[n.operands[0]];
  if (!is_constant(first) || first.value >= 0) return {};
  n.operands[0] = constant(g, -first.value, first.shape).id;
  return g.add(n);
}

/// -x, element by element.
template <expression X>
constexpr auto operator-(const X& x) {
  return element_wise<negate_operation>(x);
}

}  // namespace hello_dl
