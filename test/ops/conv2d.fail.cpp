#include <hello_dl/ops/ops.hpp>

namespace dl = hello_dl;
using images = dl::expr<dl::shape<2, 3, 5, 5>>;
using weights = dl::expr<dl::shape<4, 3, 3, 3>>;
using large_weights = dl::expr<dl::shape<4, 3, 7, 7>>;

void accepted(images x, weights w, large_weights large) {
  conv2d(x, w);
  dl::conv2d<dl::conv2d_options{.padding = 1}>(x, large);
  conv2d(x, dl::tensor<float, 1, 3, 1, 1>{1, 2, 3});
}

// error images_without_channels: conv2d: the images must have the shape [n, channels, height, width]
#ifdef images_without_channels
void refused(dl::expr<dl::shape<2, 5, 5>> x, weights w) { conv2d(x, w); }
#endif

// error flat_weight: conv2d: the weight must have the shape [out, in, kernel height, kernel width]
#ifdef flat_weight
void refused(images x, dl::expr<dl::shape<4, 27>> w) { conv2d(x, w); }
#endif

// error stride_of_zero: conv2d: the stride must be at least 1 and the padding not negative
#ifdef stride_of_zero
void refused(images x, weights w) { dl::conv2d<dl::conv2d_options{.stride = 0}>(x, w); }
#endif

// error negative_padding: conv2d: the stride must be at least 1 and the padding not negative
#ifdef negative_padding
void refused(images x, weights w) { dl::conv2d<dl::conv2d_options{.padding = -1}>(x, w); }
#endif

// error other_channels: conv2d: the channels of the images must equal the input channels of the weight
#ifdef other_channels
void refused(images x, dl::expr<dl::shape<4, 1, 3, 3>> w) { conv2d(x, w); }
#endif

// error large_kernel: conv2d: the kernel must not be larger than the padded images
#ifdef large_kernel
void refused(images x, large_weights w) { conv2d(x, w); }
#endif

// error unknown_operand: conv2d: both operands must be expressions or tensors
#ifdef unknown_operand
void refused(images x) { conv2d(x, "sharpen"); }
#endif
