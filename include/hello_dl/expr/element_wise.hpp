#pragma once
/// Element-wise operations on handles: the checks that they share.

#include <hello_dl/expr/expr.hpp>
#include <hello_dl/graph/copy.hpp>

namespace hello_dl {

/// Whether an element-wise operation accepts these operands: each is one, and the shapes broadcast.
template <class... Ts>
concept broadcastable =
    (operand<Ts> && ...) && detail::shape_for<copy_operation, attributes{}, std::remove_cvref_t<Ts>...>().rank >= 0;

template <class Op, class... Ts>
constexpr auto element_wise(const Ts&... operands) {
  static_assert((operand<Ts> && ...),
                "element-wise operation: every operand must be an expression, a number or a tensor");
  if constexpr ((operand<Ts> && ...)) {
    static_assert(broadcastable<Ts...>,
                  "element-wise operation: the shapes of the operands must broadcast: counted from the "
                  "last dimension, two extents are equal or one of them is 1");
    if constexpr (broadcastable<Ts...>) return make_expr<Op>(operands...);
  }
}

}  // namespace hello_dl
