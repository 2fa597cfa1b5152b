#pragma once
/// linear: x W^T + b over the last axis (PyTorch: functional.linear).

#include <hello_dl/ops/add.hpp>
#include <hello_dl/ops/matmul.hpp>

namespace hello_dl {

namespace detail {
constexpr bool fits_linear(const dims& x, const dims& weight, const dims& bias) {
  return x.rank >= 2 && weight.rank == 2 && x.back(1) == weight[1] && bias == dims{weight[0]};
}
constexpr dims with_last(dims shape, extent last) {
  shape[shape.rank - 1] = last;
  return shape;
}
}  // namespace detail

/// From x [.., in], weight [out, in] and bias [out]: [.., out]. All axes before the last are one: the product,
/// and that for the gradient of the weight, is one of matrices, not a batch of small ones.
template <expression X, expression Weight, expression Bias>
constexpr auto linear(const X& x, const Weight& weight, const Bias& bias) {
  constexpr bool fits = detail::fits_linear(X::shape_value, Weight::shape_value, Bias::shape_value);
  static_assert(fits, "linear: the operands must have the shapes [.., in], [out, in] and [out]");
  if constexpr (fits) {
    constexpr extent in = Weight::shape_value[1], out = Weight::shape_value[0];
    const auto y = matmul(reshape<X::shape_value.size() / in, in>(x), transpose(weight)) + bias;
    return make_expr<reshape_operation, detail::shape_attributes(detail::with_last(X::shape_value, out))>(y);
  }
}

}  // namespace hello_dl
