#include <hello_dl/core/pool.hpp>

namespace {

namespace dl = hello_dl;

// PyTorch: a window that would start beyond the edge is left out.
static_assert(dl::pool2d_shape{1, 5, 4, 2, 2}.out_height() == 2);
static_assert(dl::pool2d_shape{1, 5, 4, 2, 2, true}.out_height() == 3);
static_assert(dl::pool2d_shape{1, 5, 4, 2, 2, true}.out_width() == 2);
static_assert(dl::pool2d_shape{1, 2, 4, 1, 3, true}.out_height() == 1);
static_assert(dl::pool2d_shape{1, 2, 4, 1, 3, true}.out_width() == 2);

/// Of one plane of 2 x 3 with windows of 2 x 2, the second over the edge.
template <class T>
struct pooled {
  T most[2] = {}, mean[2] = {}, picked[2] = {}, most_gradient[6] = {}, mean_gradient[6] = {};

  constexpr pooled() {
    constexpr dl::pool2d_shape shape{1, 2, 3, 2, 2, true};
    const T x[] = {1, 4, 2, 4, 3, 8}, t[] = {10, 20, 30, 40, 50, 60}, grad_y[] = {100, 1};
    dl::max_pool2d<T, shape>(x, most);
    dl::max_pool2d_gather<T, shape>(x, t, picked);
    dl::max_pool2d_scatter<T, shape>(x, grad_y, most_gradient);
    dl::avg_pool2d<T, shape>(x, mean);
    dl::avg_pool2d_scatter<T, shape>(grad_y, mean_gradient);
  }
};

static_assert(pooled<float>{}.most[0] == 4 && pooled<float>{}.most[1] == 8);
static_assert(pooled<float>{}.picked[0] == 20 && pooled<float>{}.picked[1] == 60);
static_assert(pooled<float>{}.most_gradient[1] == 100 && pooled<float>{}.most_gradient[3] == 0);
static_assert(pooled<float>{}.most_gradient[5] == 1);
static_assert(pooled<double>{}.mean[0] == 3 && pooled<double>{}.mean[1] == 5);
static_assert(pooled<double>{}.mean_gradient[0] == 25 && pooled<double>{}.mean_gradient[2] == 0.5);

}  // namespace
