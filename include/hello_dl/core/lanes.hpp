#pragma once
/// Cutting a static number of elements into vectors, vectors into narrower ones, and steps into
/// parts.

#include <bit>
#include <type_traits>
#include <utility>

#include <hello_dl/core/shape.hpp>
#include <hello_dl/core/simd.hpp>

namespace hello_dl::detail {

constexpr extent smaller(extent a, extent b) { return a < b ? a : b; }
constexpr extent larger(extent a, extent b) { return a < b ? b : a; }

/// `count` cut into equal parts of at most `most`; the last may be smaller.
constexpr extent even_part(extent count, extent most) {
  const extent parts = (count + most - 1) / most;
  return (count + parts - 1) / parts;
}

/// Lanes elements of T; a plain T where Lanes is 1.
template <class T, int Lanes>
using vector_or_scalar = std::conditional_t<Lanes == 1, T, simd<T, Lanes>>;

/// `count` cut into `parts` parts: first `larger` ones of `size`, then ones of size - 1.
struct even_cut {
  extent size, larger, parts;
};
constexpr even_cut cut_evenly(extent count, extent most) {
  const extent parts = (count + most - 1) / most, size = (count + parts - 1) / parts;
  return {size, count - parts * (size - 1), parts};
}

/// The narrowest vector that holds `count` elements, or else the widest of the target.
template <class T>
constexpr int covering_lanes(extent count) {
  const auto power = static_cast<extent>(std::bit_ceil(static_cast<std::size_t>(count)));
  return static_cast<int>(smaller(native_lanes<T>, power));
}

/// The widest vector, of at most Lanes lanes, that `count` elements fill.
constexpr int fitting_lanes(int lanes, extent count) {
  return count >= lanes ? lanes : static_cast<int>(std::bit_floor(static_cast<std::size_t>(count)));
}

/// The lanes of a, then those of b.
template <arithmetic T>
[[gnu::always_inline]] inline simd<T, 2> join(T a, T b) {
  return simd<T, 2>(typename simd<T, 2>::native{a, b});
}
template <class T, int N>
[[gnu::always_inline]] inline simd<T, 2 * N> join(simd<T, N> a, simd<T, N> b) {
  return [&]<int... Lane>(std::integer_sequence<int, Lane...>) {
    return simd<T, 2 * N>(__builtin_shufflevector(a.value, b.value, Lane...));
  }
  (std::make_integer_sequence<int, 2 * N>{});
}

/// Count lanes from lane First on; a scalar where Count is 1.
template <int First, int Count, class V>
[[gnu::always_inline]] inline auto part(V v) {
  if constexpr (Count == lanes_of<V>::count) return v;
  else if constexpr (Count == 1) return v[First];
  else return [&]<int... Lane>(std::integer_sequence<int, Lane...>) {
      return simd<lane_type<V>, Count>(
          __builtin_shufflevector(v.value, v.value, (First + Lane)...));
    }
  (std::make_integer_sequence<int, Count>{});
}

/// Covers the first Count lanes of v with calls f(part, its first lane): ten lanes as eight and
/// two.
template <extent Count, int First = 0, class V, class F>
[[gnu::always_inline]] inline void for_each_part(V v, F&& f) {
  if constexpr (First < Count) {
    constexpr int width = fitting_lanes(lanes_of<V>::count, Count - First);
    f(part<First, width>(v), First);
    for_each_part<Count, First + width>(v, f);
  }
}

/// Reads Count elements, fewer than V has lanes; the other lanes are zero.
template <class V, extent Count>
[[gnu::always_inline]] inline V load_first(const lane_type<V>* from) {
  constexpr int lanes = lanes_of<V>::count;
  if constexpr (Count == lanes) return load<V>(from);
  else if constexpr (Count == 0) return V(lane_type<V>{0});
  else {
    using half = vector_or_scalar<lane_type<V>, lanes / 2>;
    constexpr extent lower = smaller(Count, lanes / 2);
    return join(load_first<half, lower>(from), load_first<half, Count - lower>(from + lower));
  }
}

/// Covers [0, Count) with calls f<V>(i), each for the V's lanes from i on: vectors of Lanes first,
/// then narrower ones.
template <class T, int Lanes, extent Count, extent First = 0, class F>
constexpr void for_each_pack(F&& f) {
  if constexpr (First < Count) {
    constexpr int width = fitting_lanes(Lanes, Count - First);
    constexpr extent end = First + (Count - First) / width * width;
    using V = vector_or_scalar<T, width>;
    for (extent i = First; i < end; i += width) f.template operator()<V>(i);
    for_each_pack<T, width, Count, end>(f);
  }
}

}  // namespace hello_dl::detail
