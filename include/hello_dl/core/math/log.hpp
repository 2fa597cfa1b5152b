// The natural logarithm.
#pragma once

#include "hello_dl/core/math/bits.hpp"

namespace hello_dl::math {

namespace detail {

/// x = 2^k (1 + f) with sqrt(1/2) <= 1 + f < sqrt(2), for a positive finite x.
template <floating_lanes V>
struct binary_parts {
  V k, f;
};

template <floating_lanes V>
[[gnu::always_inline]] constexpr binary_parts<V> split_exponent(V x) {
  using lane = lane_type<V>;
  using parts = layout<V>;
  using word = typename parts::word;
  constexpr int up = parts::mantissa_bits + 1;
  const lane two_up = static_cast<lane>(word(1) << up);
  const auto is_denormal = x < V(std::numeric_limits<lane>::min());
  const V normal = select(is_denormal, x * V(two_up), x);
  const word one = std::bit_cast<word>(lane(1));
  const word sqrt_half = std::bit_cast<word>(lane(0.70710678118654752440));
  const bits_type<V> shifted = to_bits(normal) + bits_type<V>(word(one - sqrt_half));
  const V m = from_bits<V>((shifted & bits_type<V>(parts::mantissa)) + bits_type<V>(sqrt_half));
  const lane shift = static_cast<lane>(word(1) << parts::mantissa_bits);
  const V biased =
      from_bits<V>((shifted >> parts::mantissa_bits) | bits_type<V>(std::bit_cast<word>(shift)));
  const V k =
      biased - select(is_denormal, V(shift + parts::bias + lane(up)), V(shift + parts::bias));
  return {k, m - V(1)};
}

}  // namespace detail

template <floating_lanes V>
[[gnu::always_inline]] constexpr V log(V x) {
  if (detail::is_constant_nan(x)) return x;
  using lane = lane_type<V>;
  using limits = std::numeric_limits<lane>;
  const auto is_ordinary = x > V(0) && x < V(limits::infinity());
  const auto [k, f] = detail::split_exponent(select(is_ordinary, x, V(1)));
  const V s = f / (V(2) + f);
  const V z = s * s;
  const V half_square = V(lane(0.5)) * f * f;
  const V rest = z * detail::polynomial(z, lane(2. / 3), lane(2. / 5), lane(2. / 7), lane(2. / 9),
                                        lane(2. / 11), lane(2. / 13), lane(2. / 15), lane(2. / 17),
                                        lane(2. / 19), lane(2. / 21));
  constexpr bool is_float = detail::layout<V>::is_float;
  const V ln2_high(is_float ? lane(0x1.62ep-1) : lane(0x1.62e42fefa38p-1));
  const V ln2_low(is_float ? lane(0x1.0bfbe8p-15) : lane(0x1.ef35793c7673p-45));
  const V value = fma(k, ln2_high, f - (half_square - fma(s, half_square + rest, k * ln2_low)));
  const V edge =
      select(x == V(0), V(-limits::infinity()), select(x < V(0), V(limits::quiet_NaN()), x));
  return select(is_ordinary, value, edge);
}

}  // namespace hello_dl::math
