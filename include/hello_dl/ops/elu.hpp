#pragma once
/// elu(x) = x where x > 0, else alpha (exp(x) - 1) (Clevert et al. 2016, "Fast and Accurate Deep Network Learning by Exponential Linear Units")

#include <hello_dl/core/math.hpp>
#include <hello_dl/ops/compare.hpp>
#include <hello_dl/ops/multiply.hpp>
#include <hello_dl/ops/where.hpp>

namespace hello_dl {

/// For alpha = 1.
struct elu_operation {
  static constexpr std::string_view name = "elu";
  static constexpr int arity = 1;
  static constexpr bool costly = true;
  static constexpr std::string_view latex = "\\operatorname{elu}\\left(#1\\right)";
  template <class V>
  static constexpr V apply(V x) {
    return select(x > V(0), x, math::expm1_of_negative(math::minimum(x, V(0))));
  }
  /// Read off the result, as PyTorch does in place: exp(x) = y + 1 below 0, and no exponential that could overflow above.
  static constexpr term derivative(const application& at, int, term gradient) {
    const term y = at.result();
    return where(greater(y, number(y, 0)), gradient, gradient * (y + 1.0));
  }
};
template <> struct definition<&record_of<elu_operation>> { using type = elu_operation; };

constexpr term elu(term x) { return apply<elu_operation>({}, x); }

/// x where x > 0, else alpha (exp(x) - 1), element by element; the derivative at 0 is alpha, as in PyTorch.
template <expression X>
constexpr auto elu(const X& x, double alpha = 1) {
  const auto unit = element_wise<elu_operation>(x);
  return alpha == 1 ? unit : where(x > 0, x, alpha * unit);
}

}  // namespace hello_dl
