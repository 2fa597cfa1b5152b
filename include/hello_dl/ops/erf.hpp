#pragma once
/// erf(x): the error function; its derivative is 2 / sqrt(pi) exp(-x^2)

#include <hello_dl/core/math.hpp>
#include <hello_dl/ops/vocabulary.hpp>

namespace hello_dl {

struct erf_operation {
  static constexpr std::string_view name = "erf";
  static constexpr int arity = 1;
  static constexpr bool costly = true;
  template <class V>
  static constexpr V apply(V x) {
    return math::erf(x);
  }
  static constexpr term derivative(const application& at, int, term gradient) {
    constexpr double two_over_sqrt_pi = 1.1283791670955126;
    const term x = at.operand(0);
    return gradient * (two_over_sqrt_pi * exp(-(x * x)));
  }
};
template <> struct definition<&record_of<erf_operation>> { using type = erf_operation; };

constexpr term erf(term x) { return apply<erf_operation>({}, x); }

/// erf(x), element by element.
template <expression X>
constexpr auto erf(const X& x) {
  return element_wise<erf_operation>(x);
}

}  // namespace hello_dl
