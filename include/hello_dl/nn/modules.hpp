#pragma once
/// Layers without parameters, as types: for models that list what they do (PyTorch: nn.ReLU, ...).

#include <hello_dl/ops/ops.hpp>

namespace hello_dl::nn {

struct relu {
  constexpr auto operator()(const expression auto& x) const { return hello_dl::relu(x); }
};
struct gelu {
  constexpr auto operator()(const expression auto& x) const { return hello_dl::gelu(x); }
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

template <int Kernel, pool2d_options Options = pool2d_options{}>
struct max_pool2d {
  constexpr auto operator()(const expression auto& x) const { return hello_dl::max_pool2d<Kernel, Options>(x); }
};
template <int Kernel, pool2d_options Options = pool2d_options{}>
struct avg_pool2d {
  constexpr auto operator()(const expression auto& x) const { return hello_dl::avg_pool2d<Kernel, Options>(x); }
};

}  // namespace hello_dl::nn
