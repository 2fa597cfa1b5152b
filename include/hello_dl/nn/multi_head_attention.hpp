#pragma once
/// multi_head_attention: each element of a sequence becomes a mean of all, in several ways at once (PyTorch:
/// nn.MultiheadAttention(batch_first=True) of a sequence with itself; Vaswani et al. 2017, "Attention Is All You
/// Need", section 3.2.2).

#include <hello_dl/nn/linear.hpp>
#include <hello_dl/ops/ops.hpp>

namespace hello_dl::nn {

/// From [n, time, Features] to the same shape. The rows of in_proj_weight are those of queries, keys and values.
template <extent Features, extent Heads, attention Mask = attention::full>
struct multi_head_attention {
  static_assert(Heads >= 1 && Features % Heads == 0,
                "multi_head_attention: the number of features must be a multiple of the number of heads");
  parameter<shape<3 * Features, Features>, init::xavier_uniform> in_proj_weight;
  parameter<shape<3 * Features>> in_proj_bias;
  linear<Features, Features, init::fan_in_uniform<>, init::zeros> out_proj;

  template <expression X>
  constexpr auto operator()(const X& x) const {
    if constexpr (fits<X>()) {
      const auto projected = project(x);
      const auto heads = matmul(softmax_of(projected), part<2>(projected));
      return out_proj(reshape<X::shape_value[0], X::shape_value[1], Features>(permute<0, 2, 1, 3>(heads)));
    }
  }

  /// How much each element, here in a row, attends to each: [n, Heads, time, time].
  template <expression X>
  constexpr auto attention_weights(const X& x) const {
    if constexpr (fits<X>()) return softmax_of(project(x));
  }

 private:
  template <class X>
  static constexpr bool fits() {
    constexpr bool result = X::shape_value.rank == 3 && X::shape_value.back(1) == Features;
    static_assert(result, "multi_head_attention: the input must have the shape [n, time, features] with as many "
                          "features as the layer takes");
    return result;
  }
  /// Queries, keys and values: [3, n, Heads, time, features of a head].
  template <expression X>
  constexpr auto project(const X& x) const {
    constexpr extent n = X::shape_value[0], time = X::shape_value[1];
    const auto all = hello_dl::linear(x, in_proj_weight, in_proj_bias);
    return permute<2, 0, 3, 1, 4>(reshape<n, time, 3, Heads, Features / Heads>(all));
  }
  template <extent Number, expression P>
  static constexpr auto part(const P& projected) {
    constexpr dims all = P::shape_value;
    return reshape<all[1], all[2], all[3], all[4]>(slice<0, Number, Number + 1>(projected));
  }
  static constexpr auto softmax_of(const expression auto& projected) {
    return hello_dl::attention_weights<Mask>(part<0>(projected), part<1>(projected));
  }
};

}  // namespace hello_dl::nn
