// Powers.
#pragma once

#include "hello_dl/core/math/exp.hpp"
#include "hello_dl/core/math/log.hpp"

namespace hello_dl::math {

template <floating_lanes V>
[[gnu::always_inline]] constexpr V pow(V base, V exponent) {
  if (detail::is_constant_nan(base) || detail::is_constant_nan(exponent)) return base;
  using lane = lane_type<V>;
  const V magnitude = abs(base);
  const auto ordinary = magnitude > V(0) && exponent != V(0);
  const V value = exp(select(ordinary, exponent, V(0)) * log(select(ordinary, magnitude, V(1))));
  const V half = exponent * V(lane(0.5));
  const auto integral = floor(exponent) == exponent;
  const auto odd = integral && floor(half) != half;
  const V of_zero = select(exponent > V(0), V(0), V(std::numeric_limits<lane>::infinity()));
  const V unsigned_value =
      select(exponent == V(0), V(1), select(magnitude == V(0), of_zero, value));
  const V with_sign = select(odd && base < V(0), -unsigned_value, unsigned_value);
  return select(base < V(0) && !integral, V(std::numeric_limits<lane>::quiet_NaN()), with_sign);
}

}  // namespace hello_dl::math
