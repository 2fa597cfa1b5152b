#pragma once
/// pow(a, b): a to the power b. A constant integral exponent becomes `integer_power`, which multiplies.

#include <hello_dl/core/math.hpp>
#include <hello_dl/ops/vocabulary.hpp>

namespace hello_dl {

/// x^n for a whole number n, attribute 0; the derivative is n x^(n-1).
struct integer_power_operation {
  static constexpr std::string_view name = "integer_power";
  static constexpr int arity = 1;
  static constexpr bool costly = true;
  static constexpr std::string_view text = "#1^#n";
  static constexpr binding precedence = binding::power;
  static constexpr std::string_view latex = "#1^{#n}";
  static constexpr int largest = 64;

  template <class V>
  static constexpr V apply(const attributes& a, V x) {
    const V product = positive_power(x, a[0] < 0 ? -a[0] : a[0]);
    return a[0] < 0 ? V(1) / product : product;
  }
  static constexpr term derivative(const application& at, int, term gradient) {
    const int n = at.attribute(0);
    return gradient * (double(n) * pow(at.operand(0), number(at.operand(0), n - 1)));
  }
  static constexpr void spell(const graph&, const node& n, spelling& s) {
    s.add("", n.attributes[0]);
    if (n.attributes[0] < 0) s.text = "#1^(#n)";
  }

 private:
  template <class V>
  static constexpr V positive_power(V x, int n) {
    V result = V(1);
    for (V square = x; n > 0; n /= 2, square = square * square)
      if (n % 2 == 1) result = result * square;
    return result;
  }
};
template <> struct definition<&record_of<integer_power_operation>> { using type = integer_power_operation; };

/// The gradient with respect to the base is b a^(b-1), with respect to the exponent a^b log(a); both
/// are 0 where PyTorch takes the limit: for the base at exponent 0, for the exponent at base 0 unless the
/// exponent is negative.
struct pow_operation {
  static constexpr std::string_view name = "pow";
  static constexpr int arity = 2;
  static constexpr std::string_view text = "#1^#2";
  static constexpr binding precedence = binding::power;
  static constexpr std::string_view latex = "#1^{#2}";

  template <class V>
  static constexpr V apply(V a, V b) { return math::pow(a, b); }
  static constexpr term derivative(const application& at, int k, term gradient) {
    const term a = at.operand(0), b = at.operand(1), zero = number(a, 0);
    if (k == 1) {
      const term slope = gradient * (at.result() * log(a));
      return where(equal(a, zero), where(greater(zero, b), slope, zero), slope);
    }
    return where(equal(b, zero), zero, gradient * (b * pow(a, b - number(b, 1))));
  }
  /// a^0 is 1, a^1 is a, a^0.5 is sqrt(a), other whole exponents multiply.
  static constexpr term simplify(graph& g, const node& n) {
    const term a{&g, n.operands[0]}, b{&g, n.operands[1]};
    if (!is_constant(b) || a.shape() != n.shape) return {};
    const double exponent = constant_value(b);
    if (exponent == 0) return constant(g, 1, n.shape);
    if (exponent == 1) return a;
    if (exponent == 0.5) return sqrt(a);
    constexpr double largest = integer_power_operation::largest;
    if (exponent < -largest || exponent > largest || int(exponent) != exponent) return {};
    attributes whole;
    whole[0] = int(exponent);
    return hello_dl::apply<integer_power_operation>(whole, a);
  }
};
template <> struct definition<&record_of<pow_operation>> { using type = pow_operation; };

constexpr term pow(term a, term b) { return apply<pow_operation>({}, a, b); }

/// pow(a, b), element by element, with broadcasting.
template <class A, class B>
  requires formula<A, B>
constexpr auto pow(const A& a, const B& b) {
  return element_wise<pow_operation>(a, b);
}

}  // namespace hello_dl
