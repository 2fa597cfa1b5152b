#pragma once
/// exp, and sigmoid, which is made of it.

#include <hello_dl/core/math/rounding.hpp>

namespace hello_dl::math {

namespace detail {

/// x = n ln(2) + r with an integral n and |r| = |high - low| <= ln(2)/2, where high is exact.
template <class V>
struct reduced_exponent {
  V n, high, low;
};

/// The two-part subtraction of Cody and Waite (Software Manual for the Elementary Functions,
/// chapter 6), for |x| < 2^10.
template <floating_lanes V>
[[gnu::always_inline]] constexpr reduced_exponent<V> reduce_exponent(V x) {
  const V log2_e(lane_type<V>(0x1.71547652b82fep+0)), to_integer(traits<V>::to_integer);
  const V n = fma(x, log2_e, to_integer) - to_integer;
  return {n, fma(-n, V(traits<V>::ln2_high), x), n * V(traits<V>::ln2_low)};
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

/// e^r, rounded last: what is added to 1 is small against it.
template <floating_lanes V>
[[gnu::always_inline]] constexpr V exp_of_rest(reduced_exponent<V> x) {
  const V r = x.high - x.low;
  return V(1) + (x.high + fma(r * r, exp_tail(r), -x.low));
}

/// e^x where it is a normal number.
template <floating_lanes V>
[[gnu::always_inline]] constexpr V moderate_exp(V x) {
  const auto reduced = reduce_exponent(x);
  return exp_of_rest(reduced) * power_of_two(reduced.n);
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
  const V half = round_small(x.n * V(lane_type<V>(0.5)));
  return overflowing_product(exp_of_rest(x) * power_of_two(half), power_of_two(x.n - half));
}

/// Above the largest x with a finite e^x, and below the smallest one with e^x > 0.
template <class T>
inline constexpr T highest_exponent = T(sizeof(T) == 4 ? 89 : 710);
template <class T>
inline constexpr T lowest_exponent = T(sizeof(T) == 4 ? -104 : -746);

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

/// 1 / (1 + e^-x); at most 1.9 ulp. It is 1 - t for x >= 0 and e - e t below, with e = e^-|x| and
/// t = e / (1 + e): nothing overflows, and what is rounded is small.
template <floating_lanes V>
[[gnu::always_inline]] constexpr V sigmoid(V x) {
  const V e = exp(-abs(x));
  const V t = e / (V(1) + e);
  return select(x < V(0), fma(-e, t, e), V(1) - t);
}

}  // namespace hello_dl::math
