#pragma once
/// The loop that all optimisers share: over vectors of elements, then over what remains.

#include <hello_dl/core/shape.hpp>
#include <hello_dl/core/simd.hpp>

#include <type_traits>

namespace hello_dl {

/// Calls f(V{}, i) for the elements from `begin` on: V is a vector where a whole one fits, else T.
template <class T, class F>
[[gnu::always_inline]] constexpr void for_each_lane(extent begin, extent end, F&& f) {
  using vector_type = simd<T, native_lanes<T>>;
  extent i = begin;
  if (!std::is_constant_evaluated())
    for (; i + native_lanes<T> <= end; i += native_lanes<T>) f(vector_type{}, i);
  for (; i < end; ++i) f(T{}, i);
}

}  // namespace hello_dl
