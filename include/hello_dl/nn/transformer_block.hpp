#pragma once
/// transformer_block: attention, then two linear layers, each added to what it was given and normalised (PyTorch:
/// nn.TransformerEncoderLayer(batch_first=True, dropout=0); Vaswani et al. 2017, "Attention Is All You Need", section 3.1).

#include <hello_dl/nn/layer_norm.hpp>
#include <hello_dl/nn/linear.hpp>
#include <hello_dl/nn/modules.hpp>
#include <hello_dl/nn/multi_head_attention.hpp>

namespace hello_dl::nn {

/// `norm_first`: what is normalised is the input of each part, not the sum (Xiong et al. 2020, "On Layer Normalization
/// in the Transformer Architecture"). `mask`: whether an element sees those after it.
struct transformer_block_options {
  bool norm_first = false;
  attention mask = attention::full;
};

/// From [n, time, Features] to the same shape; between the linear layers there are `Feedforward` features. `Activation` is
/// a type such as nn::gelu.
template <extent Features, extent Heads, extent Feedforward, class Activation = relu,
          transformer_block_options Options = transformer_block_options{}>
struct transformer_block {
  multi_head_attention<Features, Heads, Options.mask> self_attn;
  linear<Features, Feedforward> linear1;
  linear<Feedforward, Features> linear2;
  layer_norm<Features> norm1;
  layer_norm<Features> norm2;

  template <expression X>
  constexpr auto operator()(const X& x) const {
    constexpr bool fits = X::shape_value.rank == 3 && X::shape_value.back(1) == Features;
    static_assert(fits, "transformer_block: the input must have the shape [n, time, features] with as many features as "
                        "the block takes");
    if constexpr (fits) {
      constexpr extent n = X::shape_value[0], time = X::shape_value[1];
      const auto attend = [this](const auto& y) {
        return reshape<n * time, Features>(self_attn(reshape<n, time, Features>(y)));
      };
      const auto feed_forward = [this](const auto& y) { return linear2(Activation{}(linear1(y))); };
      const auto rows = reshape<n * time, Features>(x);  // as the products see them: what follows one is computed in its tiles
      return reshape<n, time, Features>(add(add(rows, attend, norm1), feed_forward, norm2));
    }
  }

 private:
  static constexpr auto add(const auto& x, const auto& part, const auto& norm) {
    if constexpr (Options.norm_first) return x + part(norm(x));
    else return norm(x + part(x));
  }
};

}  // namespace hello_dl::nn
