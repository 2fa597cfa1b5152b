// abs, floor, maximum, minimum.
#pragma once

#include "hello_dl/core/math/bits.hpp"

namespace hello_dl::math {

template <floating_lanes V>
[[gnu::always_inline]] constexpr V abs(V x) {
  using word = typename detail::layout<V>::word;
  return detail::from_bits<V>(detail::to_bits(x) &
                              detail::bits_type<V>(word(~detail::layout<V>::sign)));
}

namespace detail {

/// |magnitude| with the sign of `sign`.
template <floating_lanes V>
[[gnu::always_inline]] constexpr V copy_sign(V magnitude, V sign) {
  const bits_type<V> sign_bit(layout<V>::sign);
  return from_bits<V>(to_bits(abs(magnitude)) | (to_bits(sign) & sign_bit));
}

}  // namespace detail

/// The largest integer not above x.
template <floating_lanes V>
[[gnu::always_inline]] constexpr V floor(V x) {
  if (detail::is_constant_nan(x)) return x;
  const V magnitude = abs(x);
  const V first_without_fraction(static_cast<lane_type<V>>(detail::layout<V>::mantissa + 1));
  const auto has_fraction = magnitude < first_without_fraction;
  const V small = select(has_fraction, magnitude, V(0));
  const V nearest = detail::copy_sign((small + first_without_fraction) - first_without_fraction, x);
  return select(has_fraction, nearest - select(nearest > x, V(1), V(0)), x);
}

/// The larger one; NaN if either is NaN, like torch.maximum.
template <floating_lanes V>
[[gnu::always_inline]] constexpr V maximum(V a, V b) {
  return select(a > b || a != a, a, b);
}

/// The smaller one; NaN if either is NaN, like torch.minimum.
template <floating_lanes V>
[[gnu::always_inline]] constexpr V minimum(V a, V b) {
  return select(a < b || a != a, a, b);
}

}  // namespace hello_dl::math
