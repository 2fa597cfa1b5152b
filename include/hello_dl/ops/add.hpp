#pragma once
/// a + b: the gradient goes to both unchanged

#include <hello_dl/ops/vocabulary.hpp>

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
  /// 0 + b is b, a + 0 is a, a + (-b) is a - b.
  static constexpr term simplify(graph& g, const node& n) {
    const term a{&g, n.operands[0]}, b{&g, n.operands[1]};
    if (is_constant(a, 0) && b.shape() == n.shape) return b;
    if (is_constant(b, 0) && a.shape() == n.shape) return a;
    if (const term positive = negated(b)) return a - positive;
    return {};
  }
};
template <> struct definition<&record_of<add_operation>> { using type = add_operation; };

constexpr term operator+(term a, term b) { return apply<add_operation>({}, a, b); }

/// a + b, element by element, with broadcasting.
template <class A, class B>
  requires formula<A, B>
constexpr auto operator+(const A& a, const B& b) {
  return element_wise<add_operation>(a, b);
}

}  // namespace hello_dl
