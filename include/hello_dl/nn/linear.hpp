#pragma once
/// linear: y = x W^T + b (PyTorch: nn.Linear).

#include <hello_dl/nn/parameter.hpp>
#include <hello_dl/ops/ops.hpp>

namespace hello_dl::nn {

/// From [.., In] to [.., Out].
template <extent In, extent Out, class Initialise = init::fan_in_uniform<>, class OfBias = init::fan_in_uniform<In>>
struct linear {
  parameter<shape<Out, In>, Initialise> weight;
  parameter<shape<Out>, OfBias> bias;

  template <expression X>
  constexpr auto operator()(const X& x) const {
    static_assert(X::shape_value.rank >= 2 && X::shape_value.back(1) == In,
                  "linear: the input must have the shape [.., features] with as many features as the layer takes");
    if constexpr (X::shape_value.rank >= 2 && X::shape_value.back(1) == In)
      return hello_dl::linear(x, weight, bias);
  }
};

}  // namespace hello_dl::nn
