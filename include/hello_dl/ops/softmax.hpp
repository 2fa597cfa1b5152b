#pragma once
/// softmax and log_softmax along one axis: probabilities exp(x) / sum(exp(x)) and their logarithms,
/// computed from x - max(x) so that no exponential overflows.

#include <hello_dl/core/softmax.hpp>
#include <hello_dl/ops/axes.hpp>

namespace hello_dl {

namespace detail {
/// The tensor seen from one axis: what lies before, along, and behind it.
struct axis_view {
  extent outer, along, inner;
};
constexpr axis_view view_along(const dims& x, int axis) {
  const extent inner = x.stride(axis);
  return {x.size() / (x[axis] * inner), x[axis], inner};
}

/// Shift, exponential, addition, division: counted as one each.
constexpr extent softmax_flops(const node& n, const dims*) { return 4 * n.shape.size(); }

constexpr term sum_along(const application& at, term x) {
  return sum(x, 1u << at.attribute(0), true);
}
}  // namespace detail

/// Attribute 0: the axis. With y = softmax(x), dx = y (g - sum(g y)).
struct softmax_operation {
  static constexpr std::string_view name = "softmax";
  static constexpr dims shape(const attributes&, const dims* x) { return x[0]; }
  static constexpr term derivative(const application& at, int, term gradient) {
    const term y = at.result();
    return y * (gradient - detail::sum_along(at, gradient * y));
  }
  static constexpr extent flops(const node& n, const dims* x) { return detail::softmax_flops(n, x); }
  static constexpr void spell(const graph&, const node& n, spelling& s) { s.add("axis", n.attributes[0]); }
  template <class Site>
  static constexpr void run(Site at) {
    constexpr auto v = detail::view_along(Site::shape, Site::self.attributes[0]);
    hello_dl::softmax<typename Site::value_type, v.outer, v.along, v.inner>(at.template in<0>(), at.out());
  }
};
template <> struct definition<&record_of<softmax_operation>> { using type = softmax_operation; };

/// Attribute 0: the axis. With y = log_softmax(x), dx = g - exp(y) sum(g).
struct log_softmax_operation {
  static constexpr std::string_view name = "log_softmax";
  static constexpr dims shape(const attributes&, const dims* x) { return x[0]; }
  static constexpr term derivative(const application& at, int, term gradient) {
    return gradient - exp(at.result()) * detail::sum_along(at, gradient);
  }
  static constexpr extent flops(const node& n, const dims* x) { return detail::softmax_flops(n, x); }
  static constexpr void spell(const graph&, const node& n, spelling& s) { s.add("axis", n.attributes[0]); }
  template <class Site>
  static constexpr void run(Site at) {
    constexpr auto v = detail::view_along(Site::shape, Site::self.attributes[0]);
    hello_dl::log_softmax<typename Site::value_type, v.outer, v.along, v.inner>(at.template in<0>(), at.out());
  }
};
template <> struct definition<&record_of<log_softmax_operation>> { using type = log_softmax_operation; };

constexpr term softmax(term x, int axis) { return apply<softmax_operation>(attributes{{axis}}, x); }

namespace detail {
template <class Op, int Axis, class X>
constexpr auto along_axis(const X& x) {
  constexpr int axis = from_front(Axis, X::shape_value.rank);
  static_assert(axis >= 0 && axis < X::shape_value.rank, "softmax: the axis must be one of the operand's");
  return make_expr<Op, attributes{{axis}}>(x);
}
}  // namespace detail

/// Probabilities along an axis (default: the last): positive, with sum 1.
template <int Axis = -1, expression X>
constexpr auto softmax(const X& x) {
  return detail::along_axis<softmax_operation, Axis>(x);
}

/// The logarithms of the probabilities along an axis (default: the last).
template <int Axis = -1, expression X>
constexpr auto log_softmax(const X& x) {
  return detail::along_axis<log_softmax_operation, Axis>(x);
}

}  // namespace hello_dl
