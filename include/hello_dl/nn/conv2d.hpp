#pragma once
/// conv2d as a layer (PyTorch: nn.Conv2d).

#include <hello_dl/nn/parameter.hpp>
#include <hello_dl/ops/ops.hpp>

namespace hello_dl::nn {

/// From [n, In, height, width] to [n, Out, ..] with a square kernel; the extents as for conv2d.
template <extent In, extent Out, extent Kernel, conv2d_options Options = conv2d_options{},
          class Initialise = init::fan_in_uniform<>>
struct conv2d {
  parameter<shape<Out, In, Kernel, Kernel>, Initialise> weight;
  parameter<shape<Out>, init::fan_in_uniform<In * Kernel * Kernel>> bias;

  template <expression X>
  constexpr auto operator()(const X& x) const {
    return hello_dl::conv2d<Options>(x, weight) + reshape<Out, 1, 1>(bias);
  }
};

/// The same without a bias (PyTorch: bias=False), for what a batch normalisation follows: that would take the bias away.
template <extent In, extent Out, extent Kernel, conv2d_options Options = conv2d_options{},
          class Initialise = init::fan_in_uniform<>>
struct conv2d_no_bias {
  parameter<shape<Out, In, Kernel, Kernel>, Initialise> weight;

  template <expression X>
  constexpr auto operator()(const X& x) const {
    return hello_dl::conv2d<Options>(x, weight);
  }
};

}  // namespace hello_dl::nn
