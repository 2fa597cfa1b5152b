// The hyperbolic tangent.
#pragma once

#include "hello_dl/core/math/exp.hpp"

namespace hello_dl::math {

template <floating_lanes V>
[[gnu::always_inline]] constexpr V tanh(V x) {
  if (detail::is_constant_nan(x)) return x;
  const V saturated(detail::layout<V>::is_float ? lane_type<V>(10) : lane_type<V>(20));
  const V magnitude = abs(x);
  const V inside = select(magnitude > saturated, saturated, magnitude);
  const auto [n, r] = detail::reduce_exponent(inside + inside);
  const V two_n = detail::exp2_integer(n);
  const V expm1 = fma(two_n, fma(r * r, detail::exp_tail(r), r), two_n - V(1));
  return detail::copy_sign(expm1 / (expm1 + V(2)), x);
}

}  // namespace hello_dl::math
