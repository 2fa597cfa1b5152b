#pragma once
/// The square root that optimisers divide by.

#include <hello_dl/core/math.hpp>

#include <bit>
#include <limits>
#include <type_traits>

namespace hello_dl::detail {

/// The square root of a mean of squares, within 2 ulp: never negative, and a denormal may count as
/// zero. For vectors of float a guess of 1 / sqrt(x) from the bits (Lomont 2003, "Fast Inverse Square
/// Root"), 3 % off, and three of Newton's steps: compilers take lane by lane for sqrt, because of errno.
template <class V>
[[gnu::always_inline]] constexpr V root_of_squares(V x) {
  if constexpr (std::is_same_v<lane_type<V>, float> && !std::is_same_v<V, float>) {
    using bits = typename V::mask;
    V inverse = std::bit_cast<V>(bits(0x5f375a86) - (std::bit_cast<bits>(x) >> 1));
    for (int i = 0; i < 3; ++i) inverse *= V(1.5f) - V(0.5f) * (x * inverse * inverse);
    return select(x < V(std::numeric_limits<float>::infinity()), x * inverse, x);
  } else {
    return math::sqrt(x);
  }
}

}  // namespace hello_dl::detail
