#pragma once
/// Sets of axes, as reductions take them: negative numbers count from the last axis, no number at
/// all means every axis.

#include <hello_dl/ops/vocabulary.hpp>

namespace hello_dl {

/// Says that reduced axes stay, with extent 1: `sum<1>(x, keepdim)`.
struct keepdim_t {};
inline constexpr keepdim_t keepdim{};

namespace detail {

constexpr int from_front(int axis, int rank) { return axis < 0 ? axis + rank : axis; }

template <class X, int... Axes>
constexpr unsigned axes_mask() {
  constexpr int rank = X::shape_value.rank;
  static_assert(((from_front(Axes, rank) >= 0 && from_front(Axes, rank) < rank) && ...),
                "reduction: every axis must be one of the operand's");
  if constexpr (sizeof...(Axes) == 0) return (1u << rank) - 1;
  else return ((1u << from_front(Axes, rank)) | ...);
}

constexpr dims reduced_shape(const dims& x, unsigned mask, bool keep) {
  dims result;
  for (int axis = 0; axis < x.rank; ++axis)
    if ((mask >> axis & 1u) == 0) result.push_back(x[axis]);
    else if (keep) result.push_back(1);
  return result;
}

constexpr attributes reduction_attributes(unsigned mask, bool keep) {
  attributes a;
  a[0] = static_cast<int>(mask);
  a[1] = keep;
  return a;
}

constexpr void spell_reduction(const graph& g, const node& n, spelling& s) {
  const int rank = g[n.operands[0]].shape.rank;
  dims axes;
  for (int axis = 0; axis < rank; ++axis)
    if ((n.attributes[0] >> axis & 1) != 0) axes.push_back(axis);
  if (axes.rank < rank) s.add("axes", axes);
  if (n.attributes[1] != 0) s.add("keepdim", "true");
}

/// A result of a reduction, or its gradient, stretched over the operand's shape again.
constexpr term unreduce(const application& at, term reduced) {
  const dims whole = at.operand(0).shape();
  const auto mask = static_cast<unsigned>(at.attribute(0));
  return broadcast_to(reshape(reduced, reduced_shape(whole, mask, true)), whole);
}

}  // namespace detail
}  // namespace hello_dl
