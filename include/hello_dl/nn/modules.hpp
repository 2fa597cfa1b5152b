#pragma once
/// Layers without parameters, as types: for models that list what they do (PyTorch: nn.ReLU, ...). Activations
/// have PyTorch's default arguments here; with others, a model calls the function.

#include <hello_dl/ops/ops.hpp>

namespace hello_dl::nn {

struct relu {
  constexpr auto operator()(const expression auto& x) const { return hello_dl::relu(x); }
};
struct gelu {
  constexpr auto operator()(const expression auto& x) const { return hello_dl::gelu(x); }
};
struct silu {
  constexpr auto operator()(const expression auto& x) const { return hello_dl::silu(x); }
};
struct leaky_relu {
  constexpr auto operator()(const expression auto& x) const { return hello_dl::leaky_relu(x); }
};
struct elu {
  constexpr auto operator()(const expression auto& x) const { return hello_dl::elu(x); }
};
struct softplus {
  constexpr auto operator()(const expression auto& x) const { return hello_dl::softplus(x); }
};
struct tanh {
  constexpr auto operator()(const expression auto& x) const { return hello_dl::tanh(x); }
};
struct sigmoid {
  constexpr auto operator()(const expression auto& x) const { return hello_dl::sigmoid(x); }
};
struct flatten {
  constexpr auto operator()(const expression auto& x) const { return hello_dl::flatten(x); }
};

template <dropout_options Options = dropout_options{}>
struct dropout {
  constexpr auto operator()(const expression auto& x) const { return hello_dl::dropout<Options>(x); }
};
template <int Kernel, pool2d_options Options = pool2d_options{}>
struct max_pool2d {
  constexpr auto operator()(const expression auto& x) const { return hello_dl::max_pool2d<Kernel, Options>(x); }
};
template <int Kernel, pool2d_options Options = pool2d_options{}>
struct avg_pool2d {
  constexpr auto operator()(const expression auto& x) const { return hello_dl::avg_pool2d<Kernel, Options>(x); }
};

}  // namespace hello_dl::nn
