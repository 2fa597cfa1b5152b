#pragma once
/// permute and transpose: the axes in another order. A product that takes a transposed matrix reads
/// it as it lies; only elsewhere are the elements moved.

#include <hello_dl/core/permute.hpp>
#include <hello_dl/ops/vocabulary.hpp>

namespace hello_dl {

namespace detail {
constexpr attributes swapped_last_axes(int rank) {
  attributes a;
  a[0] = rank;
  for (int axis = 0; axis < rank; ++axis) a[axis + 1] = axis;
  std::swap(a[rank - 1], a[rank]);
  return a;
}
}  // namespace detail

/// Attribute 0: the rank; attribute 1 + i: which axis of the operand becomes axis i.
struct permute_operation {
  static constexpr std::string_view name = "permute";
  static constexpr std::string_view latex = "#1^\\top";
  static constexpr binding latex_precedence = binding::power;
  static constexpr dims shape(const attributes& a, const dims* x) {
    dims result;
    for (int axis = 0; axis < a[0]; ++axis) result.push_back(x[0][a[axis + 1]]);
    return result;
  }
  static constexpr term derivative(const application& at, int, term gradient) {
    return permute(gradient, inverse(at.self().attributes));
  }
  /// Twice in a row: once. The identity: the operand.
  static constexpr term simplify(graph& g, const node& n) {
    const node x = g[n.operands[0]];
    if (is_identity(n.attributes)) return {&g, n.operands[0]};
    if (is_constant(x)) return constant(g, x.value, n.shape);
    if (x.op == n.op) return permute({&g, x.operands[0]}, after(n.attributes, x.attributes));
    return {};
  }
  static constexpr void spell(const graph&, const node& n, spelling& s) {
    if (n.attributes == detail::swapped_last_axes(n.shape.rank)) {
      s.name = "transpose";
    } else {
      s.add("", order_of(n));
    }
  }
  template <class Site>
  static constexpr void run(Site at) {
    hello_dl::permute<typename Site::value_type, Site::template operand_shape<0>, order_of(Site::self)>(
        at.template in<0>(), at.out());
  }

 private:
  static constexpr dims order_of(const node& n) {
    dims order;
    for (int axis = 0; axis < n.shape.rank; ++axis) order.push_back(n.attributes[axis + 1]);
    return order;
  }
  static constexpr bool is_identity(const attributes& a) {
    for (int axis = 0; axis < a[0]; ++axis)
      if (a[axis + 1] != axis) return false;
    return true;
  }
  static constexpr attributes inverse(const attributes& a) {
    attributes result = a;
    for (int axis = 0; axis < a[0]; ++axis) result[a[axis + 1] + 1] = axis;
    return result;
  }
  static constexpr attributes after(const attributes& second, const attributes& first) {
    attributes result = second;
    for (int axis = 0; axis < second[0]; ++axis) result[axis + 1] = first[second[axis + 1] + 1];
    return result;
  }
};
template <> struct definition<&record_of<permute_operation>> { using type = permute_operation; };

constexpr term permute(term x, const attributes& order) { return apply<permute_operation>(order, x); }

namespace detail {
template <int... Axes>
constexpr bool is_permutation() {
  unsigned seen = 0;
  ((seen |= Axes >= 0 && Axes < int(sizeof...(Axes)) ? 1u << Axes : 0u), ...);
  return seen == (1u << sizeof...(Axes)) - 1;
}
}  // namespace detail

/// x with its last two axes exchanged: of a matrix, the transpose.
template <expression X>
constexpr auto transpose(const X& x) {
  static_assert(X::shape_value.rank >= 2, "transpose: the operand must have at least two dimensions");
  return make_expr<permute_operation, detail::swapped_last_axes(X::shape_value.rank)>(x);
}

/// `permute<2, 0, 1>(x)`: axis 2 of x comes first, then axis 0, then axis 1.
template <int... Axes, expression X>
constexpr auto permute(const X& x) {
  static_assert(sizeof...(Axes) == X::shape_value.rank && detail::is_permutation<Axes...>(),
                "permute: every axis of the operand must be named exactly once");
  constexpr attributes order{{static_cast<int>(sizeof...(Axes)), Axes...}};
  return make_expr<permute_operation, order>(x);
}

}  // namespace hello_dl
