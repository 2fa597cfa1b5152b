#pragma once
/// sum over axes: each element of the operand gets the gradient of the sum it went into.

#include <hello_dl/core/reduce.hpp>
#include <hello_dl/ops/axes.hpp>
#include <hello_dl/ops/multiply.hpp>

namespace hello_dl {

/// Attribute 0: the axes, one bit each; attribute 1: whether they stay with extent 1.
struct sum_operation {
  static constexpr std::string_view name = "sum";
  static constexpr bool reduces = true;
  static constexpr std::string_view latex = "\\sum #1";
  static constexpr binding latex_precedence = binding::application;
  static constexpr dims shape(const attributes& a, const dims* x) {
    return detail::reduced_shape(x[0], static_cast<unsigned>(a[0]), a[1] != 0);
  }
  static constexpr term derivative(const application& at, int, term gradient) {
    return detail::unreduce(at, gradient);
  }
  /// Over axes of extent 1 a sum is a reshape; of a constant it is a constant; sum(-x) is -sum(x), factors that
  /// are the same for all terms are taken out, and what only moves its terms is left out.
  static constexpr term simplify(graph& g, const node& n) {
    const node x = g[n.operands[0]];
    if (x.shape.size() == n.shape.size()) return reshape({&g, n.operands[0]}, n.shape);
    if (is_constant(x))
      return constant(g, x.value * static_cast<double>(x.shape.size() / n.shape.size()), n.shape);
    const auto axes = static_cast<unsigned>(n.attributes[0]);
    const bool keep = n.attributes[1] != 0;
    if (const term positive = negated({&g, n.operands[0]})) return -sum(positive, axes, keep);
    if (x.op->same_sum)
      if (const term same = x.op->same_sum(g, x, axes)) return sum(same, axes, keep);
    if (x.op != &record_of<multiply_operation>) return {};
    for (const int k : {0, 1}) {
      const term factor{&g, x.operands[k]}, rest{&g, x.operands[1 - k]};
      if (rest.shape() != x.shape || !stays(factor.shape(), x.shape, axes)) continue;
      if (factor.shape().rank == 0) return factor * sum(rest, axes, keep);
      return reshape(factor * sum(rest, axes, true), n.shape);
    }
    return {};
  }
  static constexpr extent flops(const node&, const dims* x) { return x[0].size(); }
  static constexpr void spell(const graph& g, const node& n, spelling& s) { detail::spell_reduction(g, n, s); }
  template <class Site>
  static constexpr void run(Site at) {
    reduce_sum<typename Site::value_type, Site::template operand_shape<0>,
               static_cast<unsigned>(Site::self.attributes[0])>(at.template in<0>(), at.out());
  }

 private:
  /// Whether a tensor of shape `own` does not move along `axes` of the shape that it is stretched to.
  static constexpr bool stays(const dims& own, const dims& whole, unsigned axes) {
    for (int axis = 0; axis < own.rank; ++axis)
      if ((axes >> (axis + whole.rank - own.rank) & 1u) != 0 && own[axis] != 1) return false;
    return true;
  }
};
template <> struct definition<&record_of<sum_operation>> { using type = sum_operation; };

constexpr term sum(term x, unsigned axes, bool keep) {
  return apply<sum_operation>(detail::reduction_attributes(axes, keep), x);
}

/// The reverse of broadcasting: sums x over the axes along which `shape` was stretched.
constexpr term sum_to(term x, const dims& shape) {
  if (x.shape() == shape) return x;
  const dims whole = x.shape();
  unsigned stretched = 0;
  for (int axis = 0; axis < whole.rank; ++axis) {
    const int own = axis - (whole.rank - shape.rank);
    if (own < 0 || shape[own] != whole[axis]) stretched |= 1u << axis;
  }
  return reshape(sum(x, stretched, true), shape);
}

/// The sum over the given axes (none named: over all); they vanish from the shape.
template <int... Axes, expression X>
constexpr auto sum(const X& x) {
  return make_expr<sum_operation, detail::reduction_attributes(detail::axes_mask<X, Axes...>(), false)>(x);
}
template <int... Axes, expression X>
constexpr auto sum(const X& x, keepdim_t) {
  return make_expr<sum_operation, detail::reduction_attributes(detail::axes_mask<X, Axes...>(), true)>(x);
}

}  // namespace hello_dl
