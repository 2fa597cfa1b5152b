#pragma once
/// The natural logarithm, also of 1 + x.

#include <hello_dl/core/math/floating.hpp>

HELLO_DL_CONTRACT
namespace hello_dl::math {

namespace detail {

/// x = 2^k (1 + f) with sqrt(1/2) <= 1 + f < sqrt(2), exactly.
template <class V>
struct binary_parts {
  V k, f;
};

/// For finite x > 0. The bits of a float are a logarithm already: counted from those of sqrt(1/2),
/// the upper ones are k and the lower ones the mantissa of 1 + f.
template <floating_lanes V>
[[gnu::always_inline]] constexpr binary_parts<V> split_exponent(V x) {
  using T = lane_type<V>;
  using format = floating<T>;
  using word = typename format::word;
  constexpr T upscale = 2 * format::integral_from;
  constexpr T upscale_exponent = format::mantissa_bits + 1;
  constexpr word sqrt_half = std::bit_cast<word>(T(0x1.6a09e667f3bcdp-1));
  constexpr word to_upper = std::bit_cast<word>(T(1)) - sqrt_half;

  const auto is_subnormal = x < V(std::numeric_limits<T>::min());
  const bits<V> counted = to_bits(x * select(is_subnormal, V(upscale), V(1))) + bits<V>(to_upper);
  const V mantissa = std::bit_cast<V>((counted & bits<V>(format::mantissa)) + bits<V>(sqrt_half));
  const bits<V> integral_from(std::bit_cast<word>(format::integral_from));
  const V exponent = std::bit_cast<V>((counted >> format::mantissa_bits) | integral_from);
  const V zero = select(is_subnormal, V(format::integral_from + format::bias + upscale_exponent),
                        V(format::integral_from + format::bias));
  return {exponent - zero, mantissa - V(1)};
}

/// With s = f / (2+f) and z = s^2, log(1+f) = log((1+s)/(1-s)) = 2s + s z (2/3 + z log_tail(z)),
/// where log_tail(z) = 2/5 + 2/7 z + ...; the error that it leaves in log(1+f) is below 2^-36.7
/// (float), 2^-66.2 (double) for the f of split_exponent().
template <floating_lanes V>
[[gnu::always_inline]] constexpr V log_tail(V z) {
  if constexpr (is_single<V>) return polynomial(z, 0x1.999ap-2f, 0x1.24527cp-2f, 0x1.dfa264p-3f);
  else
    return polynomial(z, 0x1.9999999999b3p-2, 0x1.2492492457d5dp-2, 0x1.c71c722d676p-3,
                      0x1.745ce9e2a7749p-3, 0x1.3b1eec3b5f5a5p-3, 0x1.0f7fe3d81b3c8p-3,
                      0x1.0e42ed7bd7254p-3);
}

}  // namespace detail

/// The natural logarithm: -inf at 0, NaN below; at most 0.85 ulp.
/// As 2s = f - s f, and s f = f^2/2 - s f^2/2, log(1+f) = f - (f^2/2 - s (f^2/2 + z (2/3 + ...))),
/// where all that is rounded is small against f (Sun's fdlibm, e_log.c, has this form).
template <floating_lanes V>
[[gnu::always_inline]] constexpr V log(V x) {
  if (detail::is_constant_nan(x)) return x;
  using T = lane_type<V>;
  using format = detail::floating<T>;
  const auto is_ordinary = x > V(0) && x < V(format::infinity);
  const auto [k, f] = detail::split_exponent(select(is_ordinary, x, V(1)));
  const V s = f / (V(2) + f);
  const V z = s * s;
  const V series = z * fma(z, detail::log_tail(z), V(T(0x1.5555555555555p-1)));
  const V half = V(T(0.5)) * f;
  const V cubic = fma(s, fma(half, f, series), k * V(format::ln2_low));
  const V small = fma(half, f, -cubic);
  const V result = fma(k, V(format::ln2_high), f - small);
  const V below = select(x == V(0), V(-format::infinity), V(format::nan));
  return select(is_ordinary, result, select(x <= V(0), below, x));
}

/// log(1 + x) for finite x >= 0; at most 1.25 ulp. What 1 + x loses when it is rounded to u comes back as
/// (x - (u - 1)) / u, the first term of the series of log(1 + x) - log(u).
template <floating_lanes V>
[[gnu::always_inline]] constexpr V log1p_of_positive(V x) {
  if (detail::is_constant_nan(x)) return x;
  const V u = V(1) + x;
  return log(u) + (x - (u - V(1))) / u;
}

}  // namespace hello_dl::math
HELLO_DL_CONTRACT_END
