#pragma once
/// embedding as a layer: a learned vector for each word (PyTorch: nn.Embedding).

#include <hello_dl/nn/parameter.hpp>
#include <hello_dl/ops/ops.hpp>

namespace hello_dl::nn {

/// From indices [..] in 0..Count-1 to [.., Features].
template <extent Count, extent Features, class Initialise = init::standard_normal>
struct embedding {
  parameter<shape<Count, Features>, Initialise> weight;

  template <expression Index>
  constexpr auto operator()(const Index& index) const {
    return hello_dl::embedding(index, weight);
  }
};

}  // namespace hello_dl::nn
