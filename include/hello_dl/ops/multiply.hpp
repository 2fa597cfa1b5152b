#pragma once
/// a * b: each operand gets the gradient times the other

#include <hello_dl/ops/vocabulary.hpp>

namespace hello_dl {

namespace detail {
constexpr term leading_constant(term product);   ///< c if the product is c x with a number c, else empty
constexpr term constant_divisor(term quotient);  ///< c if the quotient is x / c with a number c, else empty
}

struct multiply_operation {
  static constexpr std::string_view name = "multiply";
  static constexpr int arity = 2;
  static constexpr std::string_view text = "#1 * #2";
  static constexpr binding precedence = binding::product;
  static constexpr std::string_view latex = "#1 \\, #2";
  static constexpr bool commutative = true;
  template <class V>
  static constexpr V apply(V a, V b) {
    return a * b;
  }
  static constexpr term derivative(const application& at, int k, term gradient) {
    return gradient * at.operand(1 - k);
  }
  /// 0 b is 0 (also for infinite b), 1 b is b, -1 b is -b; signs and constants move to the front, divisors to the end.
  static constexpr term simplify(graph& g, const node& n) {
    const term a{&g, n.operands[0]}, b{&g, n.operands[1]};
    if (is_constant(a, 0) || is_constant(b, 0)) return constant(g, 0, n.shape);
    if (is_constant(a, 1) && b.shape() == n.shape) return b;
    if (is_constant(a, -1) && b.shape() == n.shape) return -b;
    if (is_constant(b)) return b * a;
    if (const term positive = negated(a)) return -(positive * b);
    if (const term positive = negated(b)) return -(a * positive);
    if (const term merged = merge_constants(g, a, b)) return merged;
    return move_divisors(g, a, b, n.shape);
  }

  /// In LaTeX the product of two tensors must not look like a matrix product, nor 2 times 3 like 23.
  static constexpr void spell(const graph& g, const node& n, spelling& s) {
    if (g[n.operands[0]].shape.rank > 0 && g[n.operands[1]].shape.rank > 0) s.latex = "#1 \\odot #2";
    else if (is_constant(g[n.operands[0]]) && starts_with_number(g, n.operands[1])) s.latex = "#1 \\cdot #2";
  }

 private:
  /// Whether a factor, or the first factor of a product, is like 2^x or 2 / x.
  static constexpr bool starts_with_number(const graph& g, int id) {
    if (g[id].op == &record_of<multiply_operation>) id = g[id].operands[0];
    return g[id].op->text.starts_with("#1") && is_constant(g[g[id].operands[0]]);
  }
  /// c (d x) is (c d) x, and x (c y) is c (x y).
  static constexpr term merge_constants(graph& g, term a, term b) {
    if (const term c = detail::leading_constant(b)) {
      const term rest{&g, g[b.id].operands[1]};
      return is_constant(a) ? a * c * rest : c * (a * rest);
    }
    if (const term c = detail::leading_constant(a)) return c * (term{&g, g[a.id].operands[1]} * b);
    return {};
  }
  /// c (x / d) is (c / d) x; (x / d) b and b (x / d) are (x b) / d, unless that divides more elements.
  static constexpr term move_divisors(graph& g, term a, term b, const dims& shape) {
    if (const term d = detail::constant_divisor(b)) {
      const term dividend{&g, g[b.id].operands[0]};
      if (is_constant(a)) return a / d * dividend;
      if (b.shape() == shape) return a * dividend / d;
    }
    if (const term d = detail::constant_divisor(a); d && a.shape() == shape)
      return term{&g, g[a.id].operands[0]} * b / d;
    return {};
  }
};
template <> struct definition<&record_of<multiply_operation>> { using type = multiply_operation; };

constexpr term operator*(term a, term b) { return apply<multiply_operation>({}, a, b); }

namespace detail {

constexpr term leading_constant(term product) {
  const node n = (*product.graph)[product.id];
  if (n.op != &record_of<multiply_operation>) return {};
  const term first{product.graph, n.operands[0]};
  return is_constant(first) && first.shape().rank == 0 ? first : term{};
}

/// A term as a number times another term.
struct multiple {
  double factor = 1;
  term of;

  constexpr explicit multiple(term t) : of{t} {
    if (const term positive = negated(of)) {
      factor = -1;
      of = positive;
    }
    if (const term c = leading_constant(of)) {
      factor *= constant_value(c);
      of.id = (*of.graph)[of.id].operands[1];
    }
  }
};

}  // namespace detail

constexpr term like_terms(term a, term b, double sign) {
  const detail::multiple left{a}, right{b};
  const double added = sign * right.factor;
  return left.of == right.of && left.factor * added > 0 ? (left.factor + added) * left.of : term{};
}

/// a * b, element by element, with broadcasting.
template <class A, class B>
  requires formula<A, B>
constexpr auto operator*(const A& a, const B& b) {
  return element_wise<multiply_operation>(a, b);
}

}  // namespace hello_dl
