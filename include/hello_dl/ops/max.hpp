#pragma once
/// max over axes: the gradient is shared evenly among the elements equal to the maximum (PyTorch:
/// torch.amax). max(a, b) and min(a, b) of two operands are maximum and minimum.

#include <hello_dl/core/reduce.hpp>
#include <hello_dl/ops/axes.hpp>
#include <hello_dl/ops/maximum.hpp>
#include <hello_dl/ops/minimum.hpp>

namespace hello_dl {

/// Attribute 0: the axes, one bit each; attribute 1: whether they stay with extent 1.
struct max_operation {
  static constexpr std::string_view name = "max";
  static constexpr bool reduces = true;
  static constexpr std::string_view latex = "\\max #1";
  static constexpr binding latex_precedence = binding::application;
  static constexpr dims shape(const attributes& a, const dims* x) {
    return detail::reduced_shape(x[0], static_cast<unsigned>(a[0]), a[1] != 0);
  }
  static constexpr term derivative(const application& at, int, term gradient) {
    const term largest = equal(at.operand(0), detail::unreduce(at, at.result()));
    const term ties = sum(largest, static_cast<unsigned>(at.attribute(0)), at.attribute(1) != 0);
    return largest * detail::unreduce(at, gradient / ties);
  }
  static constexpr term simplify(graph& g, const node& n) {
    const node x = g[n.operands[0]];
    if (is_constant(x)) return constant(g, x.value, n.shape);
    return x.shape.size() == n.shape.size() ? reshape({&g, n.operands[0]}, n.shape) : term{};
  }
  static constexpr extent flops(const node&, const dims* x) { return x[0].size(); }
  static constexpr void spell(const graph& g, const node& n, spelling& s) { detail::spell_reduction(g, n, s); }
  template <class Site>
  static constexpr void run(Site at) {
    reduce_max<typename Site::value_type, Site::template operand_shape<0>,
               static_cast<unsigned>(Site::self.attributes[0])>(at.template in<0>(), at.out());
  }
};
template <> struct definition<&record_of<max_operation>> { using type = max_operation; };

/// The maximum over the given axes (none named: over all); they vanish from the shape.
template <int... Axes, expression X>
constexpr auto max(const X& x) {
  return make_expr<max_operation, detail::reduction_attributes(detail::axes_mask<X, Axes...>(), false)>(x);
}
template <int... Axes, expression X>
constexpr auto max(const X& x, keepdim_t) {
  return make_expr<max_operation, detail::reduction_attributes(detail::axes_mask<X, Axes...>(), true)>(x);
}

template <class A, class B>
  requires formula<A, B>
constexpr auto max(const A& a, const B& b) {
  return maximum(a, b);
}
template <class A, class B>
  requires formula<A, B>
constexpr auto min(const A& a, const B& b) {
  return minimum(a, b);
}

}  // namespace hello_dl
