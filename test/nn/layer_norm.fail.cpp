// Inputs that do not fit a layer normalisation are one sentence.
#include <hello_dl/nn/layer_norm.hpp>

namespace {

namespace dl = hello_dl;

template <dl::extent... Extents>
constexpr dl::expr<dl::shape<Extents...>> input{};

// error wrong_features: layer_norm: the input must have the shape [.., features] with as many features as the layer takes
#ifdef wrong_features
using result = decltype(dl::nn::layer_norm<4>{}(input<2, 5>));
#endif

static_assert(decltype(dl::nn::layer_norm<4>{}(input<2, 3, 4>))::shape_value == dl::dims{2, 3, 4});

}  // namespace
