#pragma once
/// What the elementary functions share: the bits of a floating-point number, and polynomials.

#include <bit>
#include <limits>
#include <type_traits>

#include <hello_dl/core/simd.hpp>

HELLO_DL_CONTRACT
namespace hello_dl::math::detail {

/// The layout of IEEE 754 numbers of type T.
template <class T>
struct floating {
  using word = hello_dl::detail::unsigned_word<sizeof(T)>;
  static constexpr int word_bits = 8 * static_cast<int>(sizeof(T));
  static constexpr int mantissa_bits = std::numeric_limits<T>::digits - 1;
  static constexpr word sign = word{1} << (word_bits - 1);
  static constexpr word mantissa = (word{1} << mantissa_bits) - 1;
  static constexpr T bias = std::numeric_limits<T>::max_exponent - 1;
  static constexpr T infinity = std::numeric_limits<T>::infinity();
  static constexpr T nan = std::numeric_limits<T>::quiet_NaN();
  /// From here on (2^23, 2^52) numbers have no fraction.
  static constexpr T integral_from = static_cast<T>(word{1} << mantissa_bits);
  /// Adding this (1.5 2^23, 1.5 2^52) rounds to the nearest integer and leaves it in the low bits.
  static constexpr T to_integer = static_cast<T>(word{3} << (mantissa_bits - 1));
  // ln(2): a first part so short that its product with an exponent is exact, and the rest.
  static constexpr T ln2_high = sizeof(T) == 4 ? T(0x1.62e4p-1f) : T(0x1.62e42fefa38p-1);
  static constexpr T ln2_low = sizeof(T) == 4 ? T(0x1.7f7d1cp-20f) : T(0x1.ef35793c7673p-45);
};

template <class V>
using traits = floating<lane_type<V>>;

template <class V>
inline constexpr bool is_single = sizeof(lane_type<V>) == 4;

template <class V>
struct bits_of {
  using type = typename floating<V>::word;
};
template <class T, int N>
struct bits_of<simd<T, N>> {
  using type = simd<typename floating<T>::word, N>;
};

/// Unsigned integers that hold the bits of V.
template <class V>
using bits = typename bits_of<V>::type;

template <floating_lanes V>
[[gnu::always_inline]] constexpr bits<V> to_bits(V x) {
  return std::bit_cast<bits<V>>(x);
}

/// Compilers refuse arithmetic on NaN in constant expressions, so functions ask this and return
/// such an argument at once; at run time NaN passes through the arithmetic, and this is false.
template <floating_lanes V>
[[gnu::always_inline]] constexpr bool is_constant_nan([[maybe_unused]] V x) {
  if constexpr (std::is_floating_point_v<V>) return std::is_constant_evaluated() && x != x;
  else return false;
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

}  // namespace hello_dl::math::detail
HELLO_DL_CONTRACT_END
