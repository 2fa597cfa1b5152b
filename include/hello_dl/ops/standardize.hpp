#pragma once
/// standardize: shifts and scales a tensor so that its elements along some axes have mean 0 and variance 1. This is what
/// batch normalisation and layer normalisation share.

#include <hello_dl/ops/add.hpp>
#include <hello_dl/ops/axes.hpp>
#include <hello_dl/ops/divide.hpp>
#include <hello_dl/ops/mean.hpp>
#include <hello_dl/ops/sqrt.hpp>
#include <hello_dl/ops/subtract.hpp>

namespace hello_dl {

/// y = (x - mean) scale, with the mean of x and the scale 1 / sqrt(variance + eps) as operands. Attribute 0: the axes, one
/// bit each. Both operands depend on x, and the gradient of x accounts for that (Ioffe and Szegedy 2015, "Batch
/// Normalization", section 3): dx = scale (g - mean(g) - y mean(g y)). So no gradient goes to them from here.
struct standardize_operation {
  static constexpr std::string_view name = "standardize";
  static constexpr int arity = 3;
  template <class V>
  static constexpr V apply(V x, V mean, V scale) {
    return (x - mean) * scale;
  }
  static constexpr term derivative(const application& at, int k, term gradient) {
    if (k != 0) return {};
    const term y = at.result();
    return at.operand(2) * (gradient - mean_over(at, gradient) - y * mean_over(at, gradient * y));
  }
  static constexpr extent flops(const node& n, const dims*) { return 2 * n.shape.size(); }

 private:
  static constexpr term mean_over(const application& at, term x) {
    const double share = static_cast<double>(at.operand(1).shape().size()) / static_cast<double>(x.shape().size());
    return share * sum(x, static_cast<unsigned>(at.attribute(0)), true);
  }
};
template <> struct definition<&record_of<standardize_operation>> { using type = standardize_operation; };

/// Mean and variance (that of the elements themselves: divided by their number) over some axes, which stay with extent 1.
template <class Reduced>
struct moments {
  Reduced mean, variance;
};

/// The moments of x over the given axes (none named: over all).
template <int... Axes, expression X>
constexpr auto moments_of(const X& x) {
  const auto mean = hello_dl::mean<Axes...>(x, keepdim);
  const auto deviation = x - mean;
  return moments<std::remove_const_t<decltype(mean)>>{mean, hello_dl::mean<Axes...>(deviation * deviation, keepdim)};
}

/// (x - mean) / sqrt(variance + eps), with the moments of x over the given axes (none named: over all); shaped as x.
template <int... Axes, expression X>
constexpr auto standardize(const X& x, double eps = 1e-5) {
  const auto of_x = moments_of<Axes...>(x);
  return make_expr<standardize_operation, attributes{{static_cast<int>(detail::axes_mask<X, Axes...>())}}>(
      x, of_x.mean, 1 / sqrt(of_x.variance + eps));
}

}  // namespace hello_dl
