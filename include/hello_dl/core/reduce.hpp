#pragma once
/// Sum and maximum over any set of axes of a static shape.

#include <hello_dl/core/fold.hpp>

namespace hello_dl {

namespace detail {

/// Nested loops over some axes of a tensor, outermost first.
struct axis_loops {
  extent extents[max_rank] = {}, strides[max_rank] = {};
  int count = 0;

  constexpr bool contiguous() const { return count > 0 && strides[count - 1] == 1; }
};

/// Loops over the axes whose bit in the mask is `bit`; neighbours that can be one loop are one.
constexpr axis_loops loops_over(const dims& shape, unsigned mask, bool bit) {
  axis_loops loops;
  bool continues = false;
  for (int axis = 0; axis < shape.rank; ++axis) {
    if (shape[axis] == 1) continue;
    const bool mine = ((mask >> axis & 1u) != 0) == bit;
    if (mine && !continues) loops.extents[loops.count++] = 1;
    if (mine) {
      loops.extents[loops.count - 1] *= shape[axis];
      loops.strides[loops.count - 1] = shape.stride(axis);
    }
    continues = mine;
  }
  return loops;
}

/// Calls f(x + offset) for every step of the loops, leaving out the `Skip` innermost ones.
template <axis_loops Loops, int Skip, int Level = 0, class T, class F>
constexpr void for_each_offset(const T* x, F& f) {
  if constexpr (Level + Skip >= Loops.count) f(x);
  else
    for (extent i = 0; i < Loops.extents[Level]; ++i)
      for_each_offset<Loops, Skip, Level + 1>(x + i * Loops.strides[Level], f);
}

/// Folds over all steps of the loops; the innermost one runs along vectors if it is contiguous.
template <class V, axis_loops Loops, int Lanes, int Level = 0, class T, class Combine>
constexpr V fold_loops(const T* x, Combine combine) {
  if constexpr (Level == Loops.count) return load<V>(x);
  else if constexpr (Level + 1 == Loops.count && Loops.contiguous())
    return fold_row<T, Lanes, Loops.extents[Level]>(
        [&]<class U>(extent i) { return load<U>(x + i); }, combine);
  else {
    auto term = [&](extent i) {
      return fold_loops<V, Loops, Lanes, Level + 1>(x + i * Loops.strides[Level], combine);
    };
    constexpr extent block = Level + 1 == Loops.count ? cheap_terms : costly_terms;
    return fold_terms<V, Loops.extents[Level], block>(term, combine);
  }
}

/// Vectors run along the innermost axis, whether it is kept or reduced.
template <class T, int Lanes, dims Shape, unsigned Mask, class Combine>
constexpr void reduce_axes(const T* x, T* y) {
  constexpr axis_loops kept = loops_over(Shape, Mask, false);
  constexpr axis_loops reduced = loops_over(Shape, Mask, true);
  constexpr extent run = kept.contiguous() ? kept.extents[kept.count - 1] : 1;
  auto reduce_run = [&](const T* from) {
    for_each_pack<T, Lanes, run>([&]<class V>(extent i) {
      store(y + i, fold_loops<V, reduced, Lanes>(from + i, Combine{}));
    });
    y += run;
  };
  for_each_offset<kept, kept.contiguous() ? 1 : 0>(x, reduce_run);
}

template <class T, dims Shape, unsigned Mask, class Combine>
constexpr void reduce_with(const T* x, T* y) {
  if (std::is_constant_evaluated()) reduce_axes<T, 1, Shape, Mask, Combine>(x, y);
  else reduce_axes<T, native_lanes<T>, Shape, Mask, Combine>(x, y);
}

}  // namespace detail

/// y = the sum of x over every axis whose bit is set in Mask (bit 0: the outermost); y has the
/// other axes, in order. Summed pairwise: the error grows with the logarithm of the number of
/// terms.
template <class T, dims Shape, unsigned Mask>
constexpr void reduce_sum(const T* x, T* y) {
  detail::reduce_with<T, Shape, Mask, detail::add_lanes>(x, y);
}

/// The maximum over the same axes; NaN where any term is NaN.
template <class T, dims Shape, unsigned Mask>
constexpr void reduce_max(const T* x, T* y) {
  detail::reduce_with<T, Shape, Mask, detail::max_lanes>(x, y);
}

}  // namespace hello_dl
