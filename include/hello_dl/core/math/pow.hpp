#pragma once
/// Powers.

#include <hello_dl/core/math/exp.hpp>
#include <hello_dl/core/math/log.hpp>

HELLO_DL_CONTRACT
namespace hello_dl::math {

namespace detail {

/// A number of twice the precision: high + low, with |low| at most about an ulp of high. The sums
/// and products below are those of Dekker, A Floating-Point Technique for Extending the Available
/// Precision (1971).
template <class V>
struct extended {
  V high, low;
};

/// a + b, exactly, for |a| >= |b| or a = 0 (Dekker, section 4).
template <floating_lanes V>
[[gnu::always_inline]] constexpr extended<V> exact_sum(V a, V b) {
  const V sum = a + b;
  return {sum, b - (sum - a)};
}

/// The upper half of the digits.
template <floating_lanes V>
[[gnu::always_inline]] constexpr V upper_half(V x) {
  using word = typename traits<V>::word;
  constexpr word mask = ~word{0} << (traits<V>::mantissa_bits / 2 + 1);
  return std::bit_cast<V>(to_bits(x) & bits<V>(mask));
}

/// a b, exactly but for the last bit of `low`, from products of halves that fit (Dekker, section
/// 5).
template <floating_lanes V>
[[gnu::always_inline]] constexpr extended<V> exact_product(V a, V b) {
  const V product = a * b;
  const V a1 = upper_half(a), a2 = a - a1;
  const V b1 = upper_half(b), b2 = b - b1;
  const V cross = fma(a2, b1, fma(a1, b2, fma(a1, b1, -product)));
  return {product, fma(a2, b2, cross)};
}

template <floating_lanes V>
[[gnu::always_inline]] constexpr extended<V> multiply(extended<V> a, extended<V> b) {
  const extended<V> product = exact_product(a.high, b.high);
  return {product.high, fma(a.low, b.high, fma(a.high, b.low, product.low))};
}

/// a / (2 + a) for |a| < 2.
template <floating_lanes V>
[[gnu::always_inline]] constexpr extended<V> over_two_more(V a) {
  const extended<V> divisor = exact_sum(V(2), a);
  const V quotient = a / divisor.high;
  const extended<V> back = exact_product(quotient, divisor.high);
  return {quotient, ((a - back.high) - fma(quotient, divisor.low, back.low)) / divisor.high};
}

/// log(x) for finite x > 0, by the series of log(), so exact that e^(y log(x)) is as good as e^x.
template <floating_lanes V>
[[gnu::always_inline]] constexpr extended<V> extended_log(V x) {
  using T = lane_type<V>;
  using format = floating<T>;
  constexpr T two_thirds = T(0x1.5555555555555p-1);
  constexpr T two_thirds_low = T(sizeof(T) == 4 ? 2. / 3 - 0x1.555556p-1 : 0x1.5555555555555p-55);
  const auto [k, f] = split_exponent(x);
  const extended<V> s = over_two_more(f);
  const extended<V> z = multiply(s, s);
  const V rest = fma(z.high, log_tail(z.high), V(two_thirds_low));
  const extended<V> cubic = multiply(multiply(s, z), exact_sum(V(two_thirds), rest));
  const extended<V> small = exact_sum(s.high + s.high, cubic.high);
  const extended<V> sum = exact_sum(k * V(format::ln2_high), small.high);
  const V low = small.low + (cubic.low + (s.low + s.low));
  return {sum.high, sum.low + fma(k, V(format::ln2_low), low)};
}

/// magnitude^exponent where that is 0 or infinite.
template <floating_lanes V>
[[gnu::always_inline]] constexpr V limiting_pow(V magnitude, V exponent) {
  const auto grows = (magnitude > V(1)) == (exponent > V(0));
  return select(grows, V(traits<V>::infinity), V(0));
}

/// base^exponent for finite base > 0 and |exponent| < huge_exponent.
template <floating_lanes V>
[[gnu::always_inline]] constexpr V positive_pow(V base, V exponent) {
  using T = lane_type<V>;
  const extended<V> log_base = extended_log(base);
  const V estimate = exponent * log_base.high;
  const auto fits = estimate > V(lowest_exponent<T>) && estimate < V(highest_exponent<T>);
  const extended<V> x = multiply({select(fits, exponent, V(0)), V(0)}, log_base);
  reduced_exponent<V> reduced = reduce_exponent(x.high);
  reduced.low -= x.low;
  return select(fits, scaled_exp(reduced), limiting_pow(base, exponent));
}

/// From here on exponents are even, and any base but 1 and -1 gives 0 or infinity.
template <class T>
inline constexpr T huge_exponent = T(sizeof(T) == 4 ? 0x1p40 : 0x1p64);

}  // namespace detail

/// base^exponent, with the corner cases of std::pow (IEEE 754-2019, 9.2.1); at most 1.1 ulp, among
/// 33 million pairs.
template <floating_lanes V>
[[gnu::always_inline]] constexpr V pow(V base, V exponent) {
  using T = lane_type<V>;
  const V zero(0), one(1), infinity(detail::floating<T>::infinity), nan(detail::floating<T>::nan);
  const V magnitude = abs(base);
  const auto is_moderate = abs(exponent) < V(detail::huge_exponent<T>);
  const auto is_ordinary = is_moderate && magnitude > zero && magnitude < infinity;
  const V half = select(is_moderate, exponent, zero) * V(T(0.5));
  const auto is_integral = floor(exponent) == exponent;
  const auto is_odd = is_integral && floor(half) != half;
  const auto is_complex = base < zero && base > -infinity && !is_integral;
  const auto is_nan = is_complex || base != base || exponent != exponent;
  const auto is_one =
      exponent == zero || base == one || (magnitude == one && !is_moderate && !is_nan);

  const V positive = detail::positive_pow(select(is_ordinary, magnitude, one),
                                          select(is_ordinary, exponent, zero));
  const V value = select(is_ordinary, positive, detail::limiting_pow(magnitude, exponent));
  const V real = select(is_odd, detail::copy_sign(value, base), value);
  return select(is_one, one, select(is_nan, nan, real));
}

}  // namespace hello_dl::math
HELLO_DL_CONTRACT_END
