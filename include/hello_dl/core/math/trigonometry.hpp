// sin and cos.
#pragma once

#include "hello_dl/core/math/rounding.hpp"

namespace hello_dl::math {

namespace detail {

template <floating_lanes V, int Quadrants>
[[gnu::always_inline]] constexpr V sin_shifted(V x) {
  using lane = lane_type<V>;
  using word = typename layout<V>::word;
  const V shift(layout<V>::integer_shift);
  const V shifted = fma(x, V(lane(0.63661977236758134308)), shift);
  const V n = shifted - shift;
  V r = x - n * V(lane(0x1.92p+0));
  r = r - n * V(lane(0x1.fb4p-12));
  r = r - n * V(lane(0x1.4442d18469898p-22));
  const bits_type<V> quadrant = to_bits(shifted) + bits_type<V>(word(Quadrants));
  const V z = r * r;
  const V sine =
      fma(r * z,
          polynomial(z, lane(-1. / 6), lane(1. / 120), lane(-1. / 5040), lane(1. / 362880),
                     lane(-1. / 39916800), lane(1. / 6227020800.), lane(-1. / 1307674368000.)),
          r);
  const V cosine =
      V(1) + z * polynomial(z, lane(-1. / 2), lane(1. / 24), lane(-1. / 720), lane(1. / 40320),
                            lane(-1. / 3628800), lane(1. / 479001600), lane(-1. / 87178291200.));
  const auto odd = (quadrant & bits_type<V>(word(1))) != bits_type<V>(word(0));
  const V unsigned_value = select(odd, cosine, sine);
  return from_bits<V>(to_bits(unsigned_value) ^
                      ((quadrant >> 1) << (8 * static_cast<int>(sizeof(lane)) - 1)));
}

}  // namespace detail

template <floating_lanes V>
[[gnu::always_inline]] constexpr V sin(V x) {
  if (detail::is_constant_nan(x)) return x;
  return detail::sin_shifted<V, 0>(x);
}

template <floating_lanes V>
[[gnu::always_inline]] constexpr V cos(V x) {
  if (detail::is_constant_nan(x)) return x;
  return detail::sin_shifted<V, 1>(x);
}

}  // namespace hello_dl::math
