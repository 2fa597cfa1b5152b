#pragma once
/// maximum(a, b): the larger of the two, NaN if either is; the gradient goes to the larger one, half to each where they are equal (as in PyTorch)

#include <hello_dl/core/math.hpp>
#include <hello_dl/ops/vocabulary.hpp>

namespace hello_dl {

struct maximum_operation {
  static constexpr std::string_view name = "maximum";
  static constexpr int arity = 2;
  static constexpr std::string_view latex = "\\max\\left(#1, #2\\right)";
  static constexpr bool commutative = true;
  template <class V>
  static constexpr V apply(V a, V b) {
    return math::maximum(a, b);
  }
  static constexpr term derivative(const application& at, int k, term gradient) {
    const term mine = at.operand(k), other = at.operand(1 - k), zero = number(mine, 0);
    const term tie = where(equal(mine, other), 0.5 * gradient, zero);
    return where(greater(mine, other), gradient, tie);
  }
};
template <> struct definition<&record_of<maximum_operation>> { using type = maximum_operation; };

constexpr term maximum(term a, term b) { return apply<maximum_operation>({}, a, b); }

/// maximum(a, b), element by element, with broadcasting.
template <class A, class B>
  requires formula<A, B>
constexpr auto maximum(const A& a, const B& b) {
  return element_wise<maximum_operation>(a, b);
}

}  // namespace hello_dl
