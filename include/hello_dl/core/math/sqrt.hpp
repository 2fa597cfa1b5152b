#pragma once
/// The square root.

#include <hello_dl/core/math/floating.hpp>

namespace hello_dl::math {

namespace detail {

/// Newton's iteration for finite x > 0: from the first step on it falls, until rounding stops it.
template <class T>
constexpr T sqrt_by_newton(T x) {
  T root = x < 1 ? T(1) : x;
  for (T next = (root + x / root) / 2; next < root; next = (root + x / root) / 2) root = next;
  return root;
}

template <class T>
[[gnu::always_inline]] constexpr T lane_sqrt(T x) {
  if (std::is_constant_evaluated()) {
    if (x < 0) return floating<T>::nan;
    return x > 0 && x < floating<T>::infinity ? sqrt_by_newton(x) : x;
  }
  if constexpr (sizeof(T) == 4) return __builtin_sqrtf(x);
  else return __builtin_sqrt(x);
}

}  // namespace detail

/// The square root, NaN below 0; the nearest number (in constant expressions, up to 1 ulp off).
/// Compilers make one vector instruction of the loop if -fno-math-errno says that nobody reads
/// errno.
template <floating_lanes V>
[[gnu::always_inline]] constexpr V sqrt(V x) {
  if constexpr (std::is_floating_point_v<V>) {
    return detail::lane_sqrt(x);
  } else {
    V result;
    for (int lane = 0; lane < hello_dl::detail::lanes_of<V>::count; ++lane)
      result.value[lane] = detail::lane_sqrt(x[lane]);
    return result;
  }
}

}  // namespace hello_dl::math
