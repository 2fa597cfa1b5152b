// The square root.
#pragma once

#include "hello_dl/core/math/bits.hpp"

namespace hello_dl::math {

namespace detail {

/// Newton's iteration from above; stops when it no longer falls.
template <class T>
constexpr T sqrt_by_newton(T x) {
  if (x < 0) return std::numeric_limits<T>::quiet_NaN();
  if (!(x > 0) || x == std::numeric_limits<T>::infinity()) return x;
  T guess = x > 1 ? x : T(1);
  for (T next = (guess + x / guess) / 2; next < guess; next = (guess + x / guess) / 2) guess = next;
  return guess;
}

}  // namespace detail

template <floating_lanes V>
[[gnu::always_inline]] constexpr V sqrt(V x) {
  if constexpr (std::is_floating_point_v<V>) {
    if (std::is_constant_evaluated()) return detail::sqrt_by_newton(x);
    if constexpr (std::is_same_v<V, float>) return __builtin_sqrtf(x);
    else return __builtin_sqrt(x);
  } else {
    V result;
    for (int i = 0; i < static_cast<int>(sizeof(V) / sizeof(lane_type<V>)); ++i)
      result.value[i] = sqrt(x[i]);
    return result;
  }
}

}  // namespace hello_dl::math
