#pragma once
/// Cutting a static number of elements into vectors, and of steps into parts.

#include <bit>
#include <type_traits>

#include <hello_dl/core/shape.hpp>
#include <hello_dl/core/simd.hpp>

namespace hello_dl::detail {

constexpr extent smaller(extent a, extent b) { return a < b ? a : b; }

/// `count` cut into equal parts of at most `most`; the last may be smaller.
constexpr extent even_part(extent count, extent most) {
  const extent parts = (count + most - 1) / most;
  return (count + parts - 1) / parts;
}

/// Lanes elements of T; a plain T where Lanes is 1.
template <class T, int Lanes>
using vector_or_scalar = std::conditional_t<Lanes == 1, T, simd<T, Lanes>>;

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
