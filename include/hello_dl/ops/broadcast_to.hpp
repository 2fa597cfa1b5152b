#pragma once
/// broadcast_to: repeats a tensor along new or stretched axes, by the rule that element-wise
/// operations use (PyTorch: Tensor.expand, torch.broadcast_to).

#include <hello_dl/ops/reshape.hpp>

namespace hello_dl {

struct broadcast_to_operation {
  static constexpr std::string_view name = "broadcast_to";
  static constexpr int arity = 1;
  static constexpr dims shape(const attributes& a, const dims*) { return detail::shape_in(a); }
  template <class V>
  static constexpr V apply(V x) { return x; }
  static constexpr term derivative(const application&, int, term gradient) { return gradient; }
  static constexpr term simplify(graph& g, const node& n) {
    return g[n.operands[0]].shape == n.shape ? term{&g, n.operands[0]} : term{};
  }
  static constexpr void spell(const graph&, const node& n, spelling& s) { s.add("", n.shape); }
  static constexpr extent flops(const node&, const dims*) { return 0; }
};
template <> struct definition<&record_of<broadcast_to_operation>> { using type = broadcast_to_operation; };

constexpr term broadcast_to(term x, const dims& shape) {
  return apply<broadcast_to_operation>(detail::shape_attributes(shape), x);
}

/// x repeated to the given extents.
template <extent... Extents, expression X>
constexpr auto broadcast_to(const X& x) {
  constexpr dims wanted{Extents...};
  static_assert(broadcast(X::shape_value, wanted) == wanted,
                "broadcast_to: counted from the last dimension, each extent of the operand must be 1 "
                "or equal to the new one");
  return make_expr<broadcast_to_operation, detail::shape_attributes(wanted)>(x);
}

}  // namespace hello_dl
