// Inputs that do not fit a convolutional layer are one sentence.
#include <hello_dl/nn/conv2d.hpp>

namespace {

namespace dl = hello_dl;

template <dl::extent... Extents>
constexpr dl::expr<dl::shape<Extents...>> input{};

using layer = dl::nn::conv2d<3, 8, 5>;

// error wrong_channels: conv2d: the channels of the images must equal the input channels of the weight
#ifdef wrong_channels
using result = decltype(layer{}(input<2, 1, 9, 9>));
#endif

// error no_image: conv2d: the images must have the shape [n, channels, height, width]
#ifdef no_image
using result = decltype(layer{}(input<2, 3>));
#endif

// error large_kernel: conv2d: the kernel must not be larger than the padded images
#ifdef large_kernel
using result = decltype(layer{}(input<2, 3, 9, 4>));
#endif

// error no_stride: conv2d: the stride must be at least 1 and the padding not negative
#ifdef no_stride
using result = decltype(dl::nn::conv2d<3, 8, 5, dl::conv2d_options{.stride = 0}>{}(input<2, 3, 9, 9>));
#endif

static_assert(decltype(layer{}(input<2, 3, 9, 5>))::shape_value == dl::dims{2, 8, 5, 1});
static_assert(decltype(dl::nn::conv2d<3, 8, 5, dl::conv2d_options{.padding = 1}>{}(input<2, 3, 9, 4>))::shape_value ==
              dl::dims{2, 8, 7, 2});

}  // namespace
