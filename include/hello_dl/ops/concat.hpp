#pragma once
/// concat: tensors joined along one axis (PyTorch: torch.cat); the gradient is cut apart again.

#include <hello_dl/ops/slice.hpp>

namespace hello_dl {

/// Attribute 0: the axis.
struct concat_operation {
  static constexpr std::string_view name = "concat";
  static constexpr dims shape(const attributes& a, const dims* x) {
    dims result = x[0];
    result[a[0]] += x[1][a[0]];
    return result;
  }
  static constexpr term derivative(const application& at, int k, term gradient) {
    const int axis = at.attribute(0);
    const extent first = at.operand(0).shape()[axis];
    return k == 0 ? slice(gradient, axis, 0, first) : slice(gradient, axis, first, gradient.shape()[axis]);
  }
  static constexpr term simplify(graph& g, const node& n) {
    const node a = g[n.operands[0]], b = g[n.operands[1]];
    return is_constant(a) && is_constant(b) && a.value == b.value ? constant(g, a.value, n.shape) : term{};
  }
  static constexpr void spell(const graph&, const node& n, spelling& s) { s.add("axis", n.attributes[0]); }
  template <class Site>
  static constexpr void run(Site at) {
    constexpr int axis = Site::self.attributes[0];
    constexpr extent inner = Site::shape.stride(axis), whole = Site::shape[axis] * inner;
    constexpr extent first = Site::template operand_shape<0>[axis] * inner, rows = Site::shape.size() / whole;
    detail::copy_rows(at.template in<0>(), first, at.out(), whole, rows, first);
    detail::copy_rows(at.template in<1>(), whole - first, at.out() + first, whole, rows, whole - first);
  }
};
template <> struct definition<&record_of<concat_operation>> { using type = concat_operation; };

namespace detail {
constexpr bool fit_together(const dims& a, const dims& b, int axis) {
  bool fits = a.rank == b.rank && axis >= 0 && axis < a.rank;
  for (int other = 0; fits && other < a.rank; ++other) fits = other == axis || a[other] == b[other];
  return fits;
}
}  // namespace detail

/// Terms joined along an axis; in pairs, so that each is copied no more than log2(count) times.
constexpr term join(vector<term> level, int axis) {
  while (level.size() > 1) {
    vector<term> next;
    for (extent i = 0; i + 1 < level.size(); i += 2)
      next.push_back(apply<concat_operation>(attributes{{axis}}, level[i], level[i + 1]));
    if (level.size() % 2 == 1) next.push_back(level.back());
    level = next;
  }
  return level[0];
}

/// The elements of all terms, one term behind another, as a tensor of the given shape.
constexpr term stack_rows(const vector<term>& rows, const dims& shape) {
  vector<term> flat;
  for (const term row : rows) flat.push_back(reshape(row, dims{row.shape().size()}));
  return reshape(join(flat, 0), shape);
}

/// The reverse of join: x cut into pieces of extent 1 along an axis, appended to `pieces`. It is halved again
/// and again, so that the gradient too is copied no more than log2(count) times.
constexpr void unbind(term x, int axis, vector<term>& pieces) {
  const extent count = x.shape()[axis], middle = count / 2;
  if (count == 1) return pieces.push_back(x);
  unbind(slice(x, axis, 0, middle), axis, pieces);
  unbind(slice(x, axis, middle, count), axis, pieces);
}

/// `concat<1>(a, b, c)`: joined along axis 1; all other extents must be equal.
template <int Axis, class A, class B, class... More>
  requires formula<A, B>
constexpr auto concat(const A& a, const B& b, const More&... more) {
  static_assert(operand<A> && operand<B>, "concat: every operand must be an expression or a tensor");
  if constexpr (operand<A> && operand<B>) {
    constexpr dims left = detail::operand_shape<A>(), right = detail::operand_shape<B>();
    constexpr int axis = detail::from_front(Axis, left.rank);
    static_assert(detail::fit_together(left, right, axis),
                  "concat: the operands must have equal shapes except along the axis where they are joined");
    if constexpr (detail::fit_together(left, right, axis)) {
      const auto joined = make_expr<concat_operation, attributes{{axis}}>(a, b);
      if constexpr (sizeof...(More) == 0) return joined;
      else return concat<axis>(joined, more...);
    }
  }
}

}  // namespace hello_dl
