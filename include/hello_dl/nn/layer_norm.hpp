#pragma once
/// layer_norm (PyTorch: nn.LayerNorm; Ba, Kiros and Hinton 2016, "Layer Normalization", equation 4).

#include <hello_dl/nn/parameter.hpp>
#include <hello_dl/ops/ops.hpp>

namespace hello_dl::nn {

/// `eps` is added to the variance.
struct layer_norm_options {
  double eps = 1e-5;
};

/// Of x [.., Features]: the features of each sample are shifted and scaled to mean 0 and variance 1, then to what the layer
/// learned as bias and weight. The same in training and in evaluation.
template <extent Features, layer_norm_options Options = layer_norm_options{}>
struct layer_norm {
  parameter<shape<Features>, init::ones> weight;
  parameter<shape<Features>, init::zeros> bias;

  template <expression X>
  constexpr auto operator()(const X& x) const {
    constexpr bool fits = X::shape_value.rank >= 1 && X::shape_value.back(1) == Features;
    static_assert(fits, "layer_norm: the input must have the shape [.., features] with as many features as the layer takes");
    if constexpr (fits) return standardize<-1>(x, Options.eps) * weight + bias;
  }
};

}  // namespace hello_dl::nn
