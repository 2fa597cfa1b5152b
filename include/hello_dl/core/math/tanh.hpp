#pragma once
/// The hyperbolic tangent.

#include <hello_dl/core/math/exp.hpp>

HELLO_DL_CONTRACT
namespace hello_dl::math {

namespace detail {

/// tanh(x) for |x| <= 0.5625, with as small a relative error near 0: below 2^-29.3 (float), 2^-59.8
/// (double).
template <floating_lanes V>
[[gnu::always_inline]] constexpr V tanh_near_zero(V x) {
  const V z = x * x;
  if constexpr (is_single<V>)
    return fma(x * z,
               polynomial(z, -0x1.555548p-2f, 0x1.110c5ep-3f, -0x1.b905c4p-5f, 0x1.5812ep-6f,
                          -0x1.9462e6p-8f),
               x);
  else
    return fma(x * z,
               polynomial(z, -0x1.555555555554bp-2, 0x1.1111111110246p-3, -0x1.ba1ba1b92fa4p-5,
                          0x1.664f4847f6937p-6, -0x1.226e2cd61fd13p-7, 0x1.d6d240b8939adp-9,
                          -0x1.7d8b3f3fe5f48p-10, 0x1.345df1e2604d4p-11, -0x1.e7ef60551df77p-13,
                          0x1.592617d5b9179p-14, -0x1.3c6fb4925d934p-16),
               x);
}

}  // namespace detail

/// 1 - 2 / (e^2x + 1), and a polynomial near 0; at most 1.5 ulp.
template <floating_lanes V>
[[gnu::always_inline]] constexpr V tanh(V x) {
  if (detail::is_constant_nan(x)) return x;
  using T = lane_type<V>;
  const V nearly_one(T(detail::is_single<V> ? 10 : 20));
  const V magnitude = minimum(abs(x), nearly_one);
  const V far = V(1) - V(2) / (detail::moderate_exp(magnitude + magnitude) + V(1));
  const V near = detail::tanh_near_zero(magnitude);
  return detail::copy_sign(select(magnitude < V(T(0.5625)), near, far), x);
}

}  // namespace hello_dl::math
HELLO_DL_CONTRACT_END
