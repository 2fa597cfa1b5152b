// Inputs that do not fit a batch normalisation are one sentence.
#include <hello_dl/nn/batch_norm2d.hpp>

namespace {

namespace dl = hello_dl;

template <dl::extent... Extents>
constexpr dl::expr<dl::shape<Extents...>> input{};

// error wrong_channels: batch_norm2d: the input must have the shape [n, channels, height, width] with the layer's channels
#ifdef wrong_channels
using result = decltype(dl::nn::batch_norm2d<4>{}(input<2, 3, 5, 5>));
#endif

// error no_image: batch_norm2d: the input must have the shape [n, channels, height, width] with the layer's channels
#ifdef no_image
using result = decltype(dl::nn::batch_norm2d<3>{}(input<2, 3>));
#endif

static_assert(decltype(dl::nn::batch_norm2d<3>{}(input<2, 3, 5, 7>))::shape_value == dl::dims{2, 3, 5, 7});

}  // namespace
