// What the elementary functions share: the parts of a floating-point number, and polynomials.
#pragma once

#include <bit>
#include <limits>
#include <type_traits>

#include "hello_dl/core/simd.hpp"

namespace hello_dl::math {

namespace detail {

template <floating_lanes V>
using bits_type = typename hello_dl::detail::lanes_of<V>::bits;

/// The layout of one lane of V, as IEEE 754 has it.
template <floating_lanes V>
struct layout {
  using lane = lane_type<V>;
  using word = lane_type<bits_type<V>>;
  static constexpr bool is_float = std::is_same_v<lane, float>;
  static constexpr int mantissa_bits = std::numeric_limits<lane>::digits - 1;
  static constexpr word sign = word(1) << (8 * sizeof(word) - 1);
  static constexpr word mantissa = (word(1) << mantissa_bits) - 1;
  static constexpr lane bias = std::numeric_limits<lane>::max_exponent - 1;
  /// Adding this leaves no bits for a fraction: it rounds to the nearest integer and puts that into
  /// the low bits.
  static constexpr lane integer_shift = static_cast<lane>(word(3) << (mantissa_bits - 1));
};

template <floating_lanes V>
inline constexpr V infinity = V(std::numeric_limits<lane_type<V>>::infinity());

template <floating_lanes V>
[[gnu::always_inline]] constexpr bits_type<V> to_bits(V x) {
  return std::bit_cast<bits_type<V>>(x);
}

template <floating_lanes V>
[[gnu::always_inline]] constexpr V from_bits(bits_type<V> bits) {
  return std::bit_cast<V>(bits);
}

/// Compilers refuse arithmetic on NaN in constant expressions, so functions return a NaN argument
/// at once there; at run time this is false.
template <floating_lanes V>
[[gnu::always_inline]] constexpr bool is_constant_nan([[maybe_unused]] V x) {
  if constexpr (std::is_floating_point_v<V>) return std::is_constant_evaluated() && x != x;
  else return false;
}

/// The nearest integer, ties to even, for |x| < 2^22 (float) or 2^51 (double).
template <floating_lanes V>
[[gnu::always_inline]] constexpr V round_small(V x) {
  const V shift(layout<V>::integer_shift);
  return (x + shift) - shift;
}

/// 2^n for an integral n from -126 to 127 (float) or -1022 to 1023 (double).
template <floating_lanes V>
[[gnu::always_inline]] constexpr V exp2_integer(V n) {
  const V shift(layout<V>::integer_shift + layout<V>::bias);
  return from_bits<V>(to_bits<V>(n + shift) << layout<V>::mantissa_bits);
}

/// c0 + c1 x + c2 x^2 + ... by Horner's rule.
template <floating_lanes V>
[[gnu::always_inline]] constexpr V polynomial(V, lane_type<V> c0) {
  return V(c0);
}
template <floating_lanes V, class... Rest>
[[gnu::always_inline]] constexpr V polynomial(V x, lane_type<V> c0, Rest... rest) {
  return fma(polynomial(x, rest...), x, V(c0));
}

}  // namespace detail

}  // namespace hello_dl::math
