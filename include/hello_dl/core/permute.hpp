#pragma once
/// Copying a tensor with its axes in another order.

#include <type_traits>

#include <hello_dl/core/gemm_pack.hpp>

namespace hello_dl {

namespace detail {

/// The axes of the result, outermost first, each with its strides in the source and in the result.
struct axis_moves {
  int rank = 0;
  extent extents[max_rank] = {}, from[max_rank] = {}, to[max_rank] = {};

  /// The axis whose neighbours are neighbours in the source.
  constexpr int innermost_of_source() const {
    for (int axis = 0; axis < rank; ++axis)
      if (from[axis] == 1) return axis;
    return -1;
  }
};

/// `order[i]`: the source's axis that becomes axis i. Axes that stay together are one.
constexpr axis_moves moves_of(const dims& source, const dims& order) {
  axis_moves moves;
  extent left = source.size();
  for (int axis = 0; axis < order.rank; ++axis) {
    const extent length = source[static_cast<int>(order[axis])];
    if (length == 1) continue;
    left /= length;
    const extent stride = source.stride(static_cast<int>(order[axis]));
    const bool joins = moves.rank > 0 && moves.from[moves.rank - 1] == stride * length;
    if (!joins) moves.extents[moves.rank++] = 1;
    moves.extents[moves.rank - 1] *= length;
    moves.from[moves.rank - 1] = stride;
    moves.to[moves.rank - 1] = left;
  }
  return moves;
}

/// to[j, i] = from[i, j].
template <extent Rows, extent Columns, class T>
constexpr void transpose_block(const T* from, extent from_stride, T* to, extent to_stride) {
  if (!std::is_constant_evaluated())
    return transpose_copy<native_lanes<T>>(from, from_stride, to, to_stride, Rows, Columns);
  for (extent i = 0; i < Rows; ++i)
    for (extent j = 0; j < Columns; ++j) to[j * to_stride + i] = from[i * from_stride + j];
}

/// The two axes that are innermost in source and result are copied as one block; loops run over the others.
template <class T, axis_moves Moves, int Axis = 0>
constexpr void permute_axes(const T* from, T* to) {
  constexpr int last = Moves.rank - 1, inner = Moves.innermost_of_source();
  if constexpr (last < 0) {
    *to = *from;
  } else if constexpr (Axis == last && inner == last) {
    for (extent i = 0; i < Moves.extents[last]; ++i) to[i] = from[i];
  } else if constexpr (Axis == last) {
    transpose_block<Moves.extents[last], Moves.extents[inner]>(from, Moves.from[last], to, Moves.to[inner]);
  } else if constexpr (Axis == inner) {
    permute_axes<T, Moves, Axis + 1>(from, to);
  } else {
    for (extent i = 0; i < Moves.extents[Axis]; ++i)
      permute_axes<T, Moves, Axis + 1>(from + i * Moves.from[Axis], to + i * Moves.to[Axis]);
  }
}

}  // namespace detail

/// y, whose axis i is axis Order[i] of x.
template <class T, dims X, dims Order>
constexpr void permute(const T* x, T* y) {
  detail::permute_axes<T, detail::moves_of(X, Order)>(x, y);
}

}  // namespace hello_dl
