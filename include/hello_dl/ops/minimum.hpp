#pragma once
/// minimum(a, b): the smaller of the two, NaN if either is; the gradient goes to the smaller one, half to each where they are equal (as in PyTorch)

#include <hello_dl/core/math.hpp>
#include <hello_dl/ops/vocabulary.hpp>

namespace hello_dl {

struct minimum_operation {
  static constexpr std::string_view name = "minimum";
  static constexpr int arity = 2;
  static constexpr std::string_view latex = "\\min\\left(#1, #2\\right)";
  static constexpr bool commutative = true;
  template <class V>
  static constexpr V apply(V a, V b) {
    return math::minimum(a, b);
  }
  static constexpr term derivative(const application& at, int k, term gradient) {
    const term mine = at.operand(k), other = at.operand(1 - k), zero = number(mine, 0);
    const term tie = where(equal(mine, other), 0.5 * gradient, zero);
    return where(greater(other, mine), gradient, tie);
  }
};
template <> struct definition<&record_of<minimum_operation>> { using type = minimum_operation; };

constexpr term minimum(term a, term b) { return apply<minimum_operation>({}, a, b); }

/// minimum(a, b), element by element, with broadcasting.
template <class A, class B>
  requires formula<A, B>
constexpr auto minimum(const A& a, const B& b) {
  return element_wise<minimum_operation>(a, b);
}

}  // namespace hello_dl
