// What max_pool2d and avg_pool2d say about their images and windows.
#include <hello_dl/ops/ops.hpp>

namespace dl = hello_dl;
using images = dl::expr<dl::shape<2, 3, 5, 4>>;

void accepted(images x) {
  dl::max_pool2d<4>(x);
  dl::avg_pool2d<2, dl::pool2d_options{.stride = 1}>(x);
}

// error images_without_channels: pooling: the images must have the shape [n, channels, height, width]
#ifdef images_without_channels
void refused(dl::expr<dl::shape<2, 5, 5>> x) { dl::max_pool2d<2>(x); }
#endif

// error no_window: pooling: the window and its stride must be at least 1
#ifdef no_window
void refused(images x) { dl::avg_pool2d<0>(x); }
#endif

// error negative_stride: pooling: the window and its stride must be at least 1
#ifdef negative_stride
void refused(images x) { dl::max_pool2d<2, dl::pool2d_options{.stride = -1}>(x); }
#endif

// error large_window: pooling: the window must not be larger than the images
#ifdef large_window
void refused(images x) { dl::max_pool2d<5>(x); }
#endif
