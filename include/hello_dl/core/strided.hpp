#pragma once
/// Vectors of elements that lie Stride apart in memory.

#include <utility>

#include <hello_dl/core/lanes.hpp>

namespace hello_dl::detail {

/// Of the 2 N - 1 elements in `low` and `high`, which overlap by one, those with even numbers.
template <class T, int N, int... Lane>
[[gnu::always_inline]] inline simd<T, N> even_elements(simd<T, N> low, simd<T, N> high,
                                                       std::integer_sequence<int, Lane...>) {
  return simd<T, N>(
      __builtin_shufflevector(low.value, high.value, (2 * Lane < N ? 2 * Lane : 2 * Lane + 1)...));
}

/// Lane i is from[i * Stride]; nothing after the last one is read.
template <class V, extent Stride>
[[gnu::always_inline]] constexpr V load_every(const lane_type<V>* from) {
  if constexpr (std::is_arithmetic_v<V> || Stride == 1) return load<V>(from);
  else {
    constexpr int lanes = sizeof(V) / sizeof(lane_type<V>);
    if constexpr (Stride == 2)
      return even_elements(load<V>(from), load<V>(from + lanes - 1),
                           std::make_integer_sequence<int, lanes>{});
    lane_type<V> lane[lanes];
    for (int i = 0; i < lanes; ++i) lane[i] = from[i * Stride];
    return load<V>(lane);
  }
}

/// to[i * Stride] += lane i.
template <class V, extent Stride>
[[gnu::always_inline]] constexpr void add_to_every(lane_type<V>* to, V value) {
  if constexpr (std::is_arithmetic_v<V> || Stride == 1) store(to, load<V>(to) + value);
  else
    for (int i = 0; i < static_cast<int>(sizeof(V) / sizeof(*to)); ++i) to[i * Stride] += value[i];
}

}  // namespace hello_dl::detail
