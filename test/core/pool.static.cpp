#include <hello_dl/core/pool.hpp>

namespace {

namespace dl = hello_dl;

// PyTorch: a window that would start beyond the edge is left out.
static_assert(dl::pool2d_shape{1, 5, 4, 1, 2, 2}.out_height() == 2);
static_assert(dl::pool2d_shape{1, 5, 4, 1, 2, 2, true}.out_height() == 3);
static_assert(dl::pool2d_shape{1, 5, 4, 1, 2, 2, true}.out_width() == 2);
static_assert(dl::pool2d_shape{1, 2, 4, 1, 1, 3, true}.out_height() == 1);
static_assert(dl::pool2d_shape{1, 2, 4, 1, 1, 3, true}.out_width() == 2);

/// Of one image of 2 x 3 pixels and 2 channels with windows of 2 x 2, the second over the edge. The
/// second channel is the first with the opposite sign.
template <class T>
struct pooled {
  T most[4] = {}, mean[4] = {}, picked[4] = {}, most_gradient[12] = {}, placed[12] = {},
    mean_gradient[12] = {};
  std::uint8_t argmax[4] = {};

  constexpr pooled() {
    constexpr dl::pool2d_shape shape{1, 2, 3, 2, 2, 2, true};
    const T x[] = {1, -1, 4, -4, 2, -2, 4, -4, 3, -3, 8, -8};
    const T t[] = {10, 1, 20, 2, 30, 3, 40, 4, 50, 5, 60, 6}, grad_y[] = {100, 200, 1, 2};
    dl::max_pool2d_argmax<T, shape>(x, most, argmax);
    dl::max_pool2d_gather<T, shape>(x, t, picked);
    dl::max_pool2d_scatter<T, shape>(x, grad_y, most_gradient);
    dl::max_pool2d_place<T, shape>(argmax, grad_y, placed);
    dl::avg_pool2d<T, shape>(x, mean);
    dl::avg_pool2d_scatter<T, shape>(grad_y, mean_gradient);
  }
};

constexpr pooled<float> floats;
constexpr pooled<double> doubles;

static_assert(floats.most[0] == 4 && floats.most[2] == 8);
static_assert(floats.most[1] == -1 && floats.most[3] == -2);
static_assert(floats.argmax[0] == 1 && floats.argmax[1] == 0);
static_assert(floats.argmax[2] == 2 && floats.argmax[3] == 0);
static_assert(floats.picked[0] == 20 && floats.picked[1] == 1 && floats.picked[2] == 60);
static_assert(floats.most_gradient[2] == 100 && floats.most_gradient[6] == 0);
static_assert(floats.most_gradient[10] == 1 && floats.most_gradient[1] == 200);
static_assert(floats.placed[2] == 100 && floats.placed[6] == 0 && floats.placed[5] == 2);
static_assert(doubles.mean[0] == 3 && doubles.mean[2] == 5 && doubles.mean[3] == -5);
static_assert(doubles.mean_gradient[0] == 25 && doubles.mean_gradient[4] == 0.5);

}  // namespace
