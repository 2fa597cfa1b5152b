#pragma once
/// reshape, flatten: the same elements under another shape; nothing is copied.

#include <hello_dl/ops/vocabulary.hpp>

namespace hello_dl {

namespace detail {
/// A shape written into attributes: the rank, then the extents.
constexpr attributes shape_attributes(const dims& shape) {
  attributes a;
  a[0] = shape.rank;
  for (int axis = 0; axis < shape.rank; ++axis) a[axis + 1] = static_cast<int>(shape[axis]);
  return a;
}
constexpr dims shape_in(const attributes& a) {
  dims shape;
  for (int axis = 0; axis < a[0]; ++axis) shape.push_back(a[axis + 1]);
  return shape;
}
}  // namespace detail

struct reshape_operation {
  static constexpr std::string_view name = "reshape";
  static constexpr bool alias = true;
  static constexpr dims shape(const attributes& a, const dims*) { return detail::shape_in(a); }
  static constexpr term derivative(const application& at, int, term gradient) {
    return reshape(gradient, at.operand(0).shape());
  }
  /// To the shape it has: itself. Of a reshape: one reshape. Of a constant: a constant.
  static constexpr term simplify(graph& g, const node& n) {
    const node x = g[n.operands[0]];
    if (x.shape == n.shape) return {&g, n.operands[0]};
    if (x.op == n.op) return reshape({&g, x.operands[0]}, n.shape);
    if (is_constant(x)) return constant(g, x.value, n.shape);
    return {};
  }
  static constexpr void spell(const graph&, const node& n, spelling& s) { s.add("", n.shape); }
};
template <> struct definition<&record_of<reshape_operation>> { using type = reshape_operation; };

constexpr term reshape(term x, const dims& shape) {
  return apply<reshape_operation>(detail::shape_attributes(shape), x);
}

/// x as a tensor of the given extents, in row-major order; the number of elements must stay. Of an index tensor: an index tensor.
template <extent... Extents, expression X>
constexpr auto reshape(const X& x) {
  constexpr dims wanted{Extents...};
  static_assert(wanted.size() == X::shape_value.size(),
                "reshape: the new shape must have as many elements as the old one");
  if constexpr (X::type == element::index) return expr<shape<Extents...>, element::index>{reshape(x.term, wanted)};
  else return make_expr<reshape_operation, detail::shape_attributes(wanted)>(x);
}

/// x as a matrix: the first axis stays, all others become one (PyTorch: flatten(start_dim=1)).
template <expression X>
constexpr auto flatten(const X& x) {
  static_assert(X::shape_value.rank >= 2, "flatten: the operand must have at least two dimensions");
  constexpr extent rows = X::shape_value[0];
  return reshape<rows, X::shape_value.size() / rows>(x);
}

}  // namespace hello_dl
