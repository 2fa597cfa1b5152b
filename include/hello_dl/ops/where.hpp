#pragma once
/// where(condition, a, b): a where the condition is not 0, else b (PyTorch: torch.where).

#include <hello_dl/core/simd.hpp>
#include <hello_dl/ops/vocabulary.hpp>

namespace hello_dl {

struct where_operation {
  static constexpr std::string_view name = "where";
  static constexpr int arity = 3;
  static constexpr std::string_view latex =
      "\\begin{cases} {#2} & {#1} \\\\ {#3} & \\text{else} \\end{cases}";
  static constexpr binding latex_precedence = binding::comparison;
  template <class V>
  static constexpr V apply(V condition, V a, V b) { return select(condition != V(0), a, b); }
  /// The gradient goes to the operand that was chosen.
  static constexpr term derivative(const application& at, int k, term gradient) {
    const term condition = at.operand(0), zero = number(condition, 0);
    if (k == 0) return {};
    return k == 1 ? where(condition, gradient, zero) : where(condition, zero, gradient);
  }
  /// A constant condition chooses now; equal operands need no choice.
  static constexpr term simplify(graph& g, const node& n) {
    const term condition{&g, n.operands[0]}, a{&g, n.operands[1]}, b{&g, n.operands[2]};
    const term chosen = is_constant(condition, 0) ? b : a;
    const bool decided = is_constant(condition) || a == b;
    return decided && chosen.shape() == n.shape ? chosen : term{};
  }
};
template <> struct definition<&record_of<where_operation>> { using type = where_operation; };

constexpr term where(term condition, term a, term b) {
  return apply<where_operation>({}, condition, a, b);
}

/// where(condition, a, b), element by element, with broadcasting.
template <class Condition, class A, class B>
  requires formula<Condition, A, B>
constexpr auto where(const Condition& condition, const A& a, const B& b) {
  return element_wise<where_operation>(condition, a, b);
}

}  // namespace hello_dl
