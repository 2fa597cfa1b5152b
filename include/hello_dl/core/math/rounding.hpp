#pragma once
/// abs, floor, maximum and minimum: exact.

#include <hello_dl/core/math/floating.hpp>

namespace hello_dl::math {

template <floating_lanes V>
[[gnu::always_inline]] constexpr V abs(V x) {
  return std::bit_cast<V>(detail::to_bits(x) & detail::bits<V>(~detail::traits<V>::sign));
}

namespace detail {

/// |magnitude| with the sign of `sign`, also of a zero.
template <floating_lanes V>
[[gnu::always_inline]] constexpr V copy_sign(V magnitude, V sign) {
  const bits<V> sign_bit = to_bits(sign) & bits<V>(traits<V>::sign);
  return std::bit_cast<V>(to_bits(abs(magnitude)) | sign_bit);
}

}  // namespace detail

/// The largest integer that is not above x.
template <floating_lanes V>
[[gnu::always_inline]] constexpr V floor(V x) {
  const V integral_from(detail::traits<V>::integral_from);
  const auto has_fraction = abs(x) < integral_from;
  const V magnitude = select(has_fraction, abs(x), V(0));
  const V nearest = detail::copy_sign((magnitude + integral_from) - integral_from, x);
  return select(has_fraction, nearest - select(nearest > x, V(1), V(0)), x);
}

/// The larger one; NaN if either is NaN, like torch.maximum. The inner choice alone is an instruction
/// of most machines.
template <floating_lanes V>
[[gnu::always_inline]] constexpr V maximum(V a, V b) {
  return select(a != a, a, select(a > b, a, b));
}

/// The smaller one; NaN if either is NaN, like torch.minimum.
template <floating_lanes V>
[[gnu::always_inline]] constexpr V minimum(V a, V b) {
  return select(a != a, a, select(a < b, a, b));
}

}  // namespace hello_dl::math
