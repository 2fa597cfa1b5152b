#pragma once
/// exp, and what is made like it: e^x - 1 and sigmoid.

#include <hello_dl/core/math/rounding.hpp>

HELLO_DL_CONTRACT
namespace hello_dl::math {

namespace detail {

/// x = n ln(2) + r with an integral n and |r| = |high - low| <= ln(2)/2, where high is exact.
template <class V>
struct reduced_exponent {
  bits<V> n;  // in the low bits
  V high, low;
};

/// The two-part subtraction of Cody and Waite (Software Manual for the Elementary Functions,
/// chapter 6), for |x| < 2^10.
template <floating_lanes V>
[[gnu::always_inline]] constexpr reduced_exponent<V> reduce_exponent(V x) {
  const V log2_e(lane_type<V>(0x1.71547652b82fep+0)), to_integer(traits<V>::to_integer);
  const V shifted = fma(x, log2_e, to_integer), n = shifted - to_integer;
  return {to_bits(shifted), fma(-n, V(traits<V>::ln2_high), x), n * V(traits<V>::ln2_low)};
}

/// (e^r - 1 - r) / r^2 for |r| <= ln(2)/2; the error that it leaves in e^r is below 2^-27.9
/// (float), 2^-60.2 (double).
template <floating_lanes V>
[[gnu::always_inline]] constexpr V exp_tail(V r) {
  if constexpr (is_single<V>)
    return polynomial(r, 0x1.fffffcp-2f, 0x1.555492p-3f, 0x1.5558f2p-5f, 0x1.1239e2p-7f,
                      0x1.6a2438p-10f);
  else
    return polynomial(r, 0.5, 0x1.555555555555bp-3, 0x1.5555555555503p-5, 0x1.111111110ec5fp-7,
                      0x1.6c16c16c3048dp-10, 0x1.a01a01b37ddadp-13, 0x1.a01a01369033p-16,
                      0x1.71ddf0216ad11p-19, 0x1.27e5b44269abap-22, 0x1.af6be7344033ap-26,
                      0x1.1e3d36094efdp-29);
}

/// e^r - 1.
template <floating_lanes V>
[[gnu::always_inline]] constexpr V expm1_of_rest(reduced_exponent<V> x) {
  const V r = x.high - x.low;
  return x.high + fma(r * r, exp_tail(r), -x.low);
}

/// e^r, rounded last: what is added to 1 is small against it.
template <floating_lanes V>
[[gnu::always_inline]] constexpr V exp_of_rest(reduced_exponent<V> x) {
  return V(1) + expm1_of_rest(x);
}

/// 2^n for the n in the low bits.
template <floating_lanes V>
[[gnu::always_inline]] constexpr V power_of_two(bits<V> n) {
  constexpr auto one = std::bit_cast<typename traits<V>::word>(lane_type<V>(1));
  return std::bit_cast<V>((n << traits<V>::mantissa_bits) + bits<V>(one));
}

/// e^x where it is a normal number.
template <floating_lanes V>
[[gnu::always_inline]] constexpr V moderate_exp(V x) {
  const auto reduced = reduce_exponent(x);
  return exp_of_rest(reduced) * power_of_two<V>(reduced.n);
}

/// a b, also in constant expressions, where compilers refuse a product that overflows.
template <floating_lanes V>
[[gnu::always_inline]] constexpr V overflowing_product(V a, V b) {
  if constexpr (std::is_floating_point_v<V>)
    if (std::is_constant_evaluated() && b > 1 && a > std::numeric_limits<V>::max() / b)
      return floating<V>::infinity;
  return a * b;
}

/// e^x in two steps, so that a result below the smallest normal number is rounded only once.
template <floating_lanes V>
[[gnu::always_inline]] constexpr V scaled_exp(reduced_exponent<V> x) {
  const bits<V> half = x.n >> 1;
  return overflowing_product(exp_of_rest(x) * power_of_two<V>(half), power_of_two<V>(x.n - half));
}

/// Above the largest x with a finite e^x, and below the smallest one with e^x > 0.
template <class T>
inline constexpr T highest_exponent = T(sizeof(T) == 4 ? 89 : 710);
template <class T>
inline constexpr T lowest_exponent = T(sizeof(T) == 4 ? -104 : -746);
/// Above the smallest x whose e^x is a normal number.
template <class T>
inline constexpr T lowest_normal_exponent = T(sizeof(T) == 4 ? -87 : -708);

/// e^x for x <= 0, where a result below the smallest normal number is 0: less work
/// than exp().
template <floating_lanes V>
[[gnu::always_inline]] constexpr V exp_of_negative(V x) {
  const V lowest(detail::lowest_normal_exponent<lane_type<V>>);
  const auto vanishes = x < lowest;
  return select(vanishes, V(0), moderate_exp(select(vanishes, lowest, x)));
}

}  // namespace detail

/// e^x; at most 0.9 ulp.
template <floating_lanes V>
[[gnu::always_inline]] constexpr V exp(V x) {
  if (detail::is_constant_nan(x)) return x;
  const V highest(detail::highest_exponent<lane_type<V>>);
  const V lowest(detail::lowest_exponent<lane_type<V>>);
  const V inside = select(x > highest, highest, select(x < lowest, lowest, x));
  return detail::scaled_exp(detail::reduce_exponent(inside));
}

/// e^x - 1 for x <= 0; at most 0.95 ulp. With x = n ln(2) + r it is 2^n (e^r - 1) + (2^n - 1): near 0, where n
/// is 0, the second term vanishes, and no digits are lost.
template <floating_lanes V>
[[gnu::always_inline]] constexpr V expm1_of_negative(V x) {
  if (detail::is_constant_nan(x)) return x;
  const V lowest(detail::lowest_normal_exponent<lane_type<V>>);
  const auto reduced = detail::reduce_exponent(select(x < lowest, lowest, x));
  const V scale = detail::power_of_two<V>(reduced.n);
  return fma(scale, detail::expm1_of_rest(reduced), scale - V(1));
}

/// 1 / (1 + e^-x); at most 1.9 ulp. It is 1 - t for x >= 0 and e - e t below, with e = e^-|x| and
/// t = e / (1 + e): nothing overflows, and what is rounded is small.
template <floating_lanes V>
[[gnu::always_inline]] constexpr V sigmoid(V x) {
  if (detail::is_constant_nan(x)) return x;
  const V lowest(detail::lowest_exponent<lane_type<V>>), minus_magnitude = -abs(x);
  const V e = detail::scaled_exp(
      detail::reduce_exponent(select(minus_magnitude < lowest, lowest, minus_magnitude)));
  const V t = e / (V(1) + e);
  return select(x < V(0), fma(-e, t, e), V(1) - t);
}

}  // namespace hello_dl::math
HELLO_DL_CONTRACT_END
