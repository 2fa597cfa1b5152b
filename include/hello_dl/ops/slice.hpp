#pragma once
/// slice: a range along one axis; its reverse is pad, which puts zeros around.

#include <hello_dl/ops/axes.hpp>

namespace hello_dl {

namespace detail {
constexpr attributes three(int a, int b, int c) { return attributes{{a, b, c}}; }

/// Copies `rows` rows of `count` elements each, whose starts lie `from_step` and `to_step` apart.
template <class T>
constexpr void copy_rows(const T* from, extent from_step, T* to, extent to_step, extent rows, extent count) {
  for (extent row = 0; row < rows; ++row)
    for (extent i = 0; i < count; ++i) to[row * to_step + i] = from[row * from_step + i];
}
}  // namespace detail

/// Attributes: the axis, the first index, the one after the last.
struct slice_operation {
  static constexpr std::string_view name = "slice";
  static constexpr dims shape(const attributes& a, const dims* x) {
    dims result = x[0];
    result[a[0]] = a[2] - a[1];
    return result;
  }
  static constexpr term derivative(const application& at, int, term gradient) {
    const int axis = at.attribute(0);
    return pad(gradient, axis, at.attribute(1), at.operand(0).shape()[axis] - at.attribute(2));
  }
  static constexpr term simplify(graph& g, const node& n) {
    const node x = g[n.operands[0]];
    if (x.shape == n.shape) return {&g, n.operands[0]};
    return is_constant(x) ? constant(g, x.value, n.shape) : term{};
  }
  static constexpr void spell(const graph&, const node& n, spelling& s) {
    s.add("axis", n.attributes[0]);
    s.add("begin", n.attributes[1]);
    s.add("end", n.attributes[2]);
  }
  template <class Site>
  static constexpr void run(Site at) {
    constexpr dims from = Site::template operand_shape<0>;
    constexpr attributes a = Site::self.attributes;
    constexpr extent inner = from.stride(a[0]), whole = from[a[0]] * inner, part = (a[2] - a[1]) * inner;
    detail::copy_rows(at.template in<0>() + a[1] * inner, whole, at.out(), part, from.size() / whole, part);
  }
};
template <> struct definition<&record_of<slice_operation>> { using type = slice_operation; };

/// Attributes: the axis, the number of zeros before, the number of zeros after.
struct pad_operation {
  static constexpr std::string_view name = "pad";
  static constexpr dims shape(const attributes& a, const dims* x) {
    dims result = x[0];
    result[a[0]] += a[1] + a[2];
    return result;
  }
  static constexpr term derivative(const application& at, int, term gradient) {
    const int axis = at.attribute(0);
    return slice(gradient, axis, at.attribute(1), at.attribute(1) + at.operand(0).shape()[axis]);
  }
  static constexpr term simplify(graph& g, const node& n) {
    const node x = g[n.operands[0]];
    if (x.shape == n.shape) return {&g, n.operands[0]};
    return is_constant(x) && x.value == 0 ? constant(g, 0, n.shape) : term{};
  }
  static constexpr void spell(const graph&, const node& n, spelling& s) {
    s.add("axis", n.attributes[0]);
    s.add("before", n.attributes[1]);
    s.add("after", n.attributes[2]);
  }
  template <class Site>
  static constexpr void run(Site at) {
    using T = typename Site::value_type;
    constexpr dims to = Site::shape, from = Site::template operand_shape<0>;
    constexpr attributes a = Site::self.attributes;
    constexpr extent inner = to.stride(a[0]), whole = to[a[0]] * inner, part = from[a[0]] * inner;
    for (extent i = 0; i < to.size(); ++i) at.out()[i] = T(0);
    detail::copy_rows(at.template in<0>(), part, at.out() + a[1] * inner, whole, to.size() / whole, part);
  }
};
template <> struct definition<&record_of<pad_operation>> { using type = pad_operation; };

constexpr term slice(term x, int axis, extent begin, extent end) {
  return apply<slice_operation>(detail::three(axis, static_cast<int>(begin), static_cast<int>(end)), x);
}
constexpr term pad(term x, int axis, extent before, extent after) {
  return apply<pad_operation>(detail::three(axis, static_cast<int>(before), static_cast<int>(after)), x);
}

/// Element i of x in row-major order, as a scalar.
constexpr term element_at(term x, extent i) {
  return reshape(slice(reshape(x, dims{x.shape().size()}), 0, i, i + 1), dims{});
}

/// `slice<1, 2, 5>(x)`: along axis 1, the indices 2, 3 and 4 (PyTorch: x[:, 2:5]).
template <int Axis, extent Begin, extent End, expression X>
constexpr auto slice(const X& x) {
  constexpr int axis = detail::from_front(Axis, X::shape_value.rank);
  static_assert(axis >= 0 && axis < X::shape_value.rank, "slice: the axis must be one of the operand's");
  if constexpr (axis >= 0 && axis < X::shape_value.rank) {
    static_assert(0 <= Begin && Begin < End && End <= X::shape_value[axis],
                  "slice: the range must not be empty and must lie within the axis");
    return make_expr<slice_operation, detail::three(axis, int(Begin), int(End))>(x);
  }
}

}  // namespace hello_dl
