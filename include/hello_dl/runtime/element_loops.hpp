#pragma once
/// The loops of a fused step: as few as possible. Neighbouring axes become one loop wherever every
/// tensor in the step walks through them without a jump.

#include <hello_dl/graph/freeze.hpp>

namespace hello_dl::detail {

/// Loop l runs over `extents[l]` elements along `axes[l]`, the innermost of the axes it merges.
struct element_loops {
  int rank = 0;
  extent extents[max_rank] = {};
  int axes[max_rank] = {};
};

/// Elements between neighbours along `axis` of the result's shape, in a tensor of shape `own` that
/// is broadcast to it; 0 where the tensor stays in place.
constexpr extent broadcast_stride(const dims& own, const dims& result, int axis) {
  const int own_axis = axis - (result.rank - own.rank);
  return own_axis < 0 || own[own_axis] == 1 ? 0 : own.stride(own_axis);
}

/// Whether a tensor of shape `own` walks through the axes `outer` and `inner` as along one longer axis.
constexpr bool merges(const dims& own, const dims& result, int outer, int inner) {
  return broadcast_stride(own, result, outer) ==
         broadcast_stride(own, result, inner) * result[inner];
}

template <class Table>
constexpr bool all_merge(const Table& table, const step& s, const dims& shape, int outer, int inner) {
  for (int member = 0; member < s.count; ++member) {
    const node& n = table.nodes[table.members[s.first + member]];
    for (int k = 0; k < n.operand_count; ++k)
      if (!is_constant(table.nodes[n.operands[k]]) &&
          !merges(table.nodes[n.operands[k]].shape, shape, outer, inner))
        return false;
  }
  return true;
}

template <class Table>
constexpr element_loops make_loops(const Table& table, int number) {
  const step& s = table.steps[number];
  const dims shape = table.nodes[table.members[s.first]].shape;
  element_loops loops;
  for (int axis = 0; axis < shape.rank; ++axis) {
    if (shape[axis] == 1) continue;
    const bool joins =
        loops.rank > 0 && all_merge(table, s, shape, loops.axes[loops.rank - 1], axis);
    if (!joins) loops.extents[loops.rank++] = 1;
    loops.extents[loops.rank - 1] *= shape[axis];
    loops.axes[loops.rank - 1] = axis;
  }
  return loops;
}

}  // namespace hello_dl::detail
