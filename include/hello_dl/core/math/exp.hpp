// exp and sigmoid.
#pragma once

#include "hello_dl/core/math/bits.hpp"
#include "hello_dl/core/math/rounding.hpp"

namespace hello_dl::math {

namespace detail {

/// exp(r) = 1 + r + r^2 tail(r) for |r| <= ln(2)/2.
template <floating_lanes V>
[[gnu::always_inline]] constexpr V exp_tail(V r) {
  if constexpr (layout<V>::is_float)
    return polynomial(r, 1 / 2.f, 1 / 6.f, 1 / 24.f, 1 / 120.f, 1 / 720.f, 1 / 5040.f);
  else
    return polynomial(r, 1 / 2., 1 / 6., 1 / 24., 1 / 120., 1 / 720., 1 / 5040., 1 / 40320.,
                      1 / 362880., 1 / 3628800., 1 / 39916800., 1 / 479001600., 1 / 6227020800.);
}

/// x = n ln(2) + r with integral n and |r| <= ln(2)/2.
template <floating_lanes V>
struct reduced_exponent {
  V n, r;
};

template <floating_lanes V>
[[gnu::always_inline]] constexpr reduced_exponent<V> reduce_exponent(V x) {
  constexpr bool is_float = layout<V>::is_float;
  const V ln2_high(is_float ? lane_type<V>(0x1.62ep-1) : lane_type<V>(0x1.62e42fefa38p-1));
  const V ln2_low(is_float ? lane_type<V>(0x1.0bfbe8p-15) : lane_type<V>(0x1.ef35793c7673p-45));
  const V n = round_small(x * V(lane_type<V>(1.44269504088896340736)));
  return {n, fma(-n, ln2_low, fma(-n, ln2_high, x))};
}

/// value 2^n in two steps, so that results below the smallest normal number are rounded once, and
/// not flushed.
template <floating_lanes V>
[[gnu::always_inline]] constexpr V scale(V value, V n) {
  const V half = round_small(n * V(lane_type<V>(0.5)));
  return value * exp2_integer(half) * exp2_integer(n - half);
}

}  // namespace detail

template <floating_lanes V>
[[gnu::always_inline]] constexpr V exp(V x) {
  if (detail::is_constant_nan(x)) return x;
  constexpr bool is_float = detail::layout<V>::is_float;
  const V largest(is_float ? lane_type<V>(0x1.62e42ep+6) : lane_type<V>(0x1.62e42fefa39efp+9));
  const V smallest(is_float ? lane_type<V>(-104) : lane_type<V>(-746));
  const V inside = select(x > largest, largest, select(x < smallest, smallest, x));
  const auto [n, r] = detail::reduce_exponent(inside);
  const V value = V(1) + fma(r * r, detail::exp_tail(r), r);
  return select(x > largest, V(std::numeric_limits<lane_type<V>>::infinity()),
                detail::scale(value, n));
}

template <floating_lanes V>
[[gnu::always_inline]] constexpr V sigmoid(V x) {
  const V e = exp(-abs(x));
  return select(x >= V(0), V(1), e) / (V(1) + e);
}

}  // namespace hello_dl::math
