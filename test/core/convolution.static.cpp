#include <hello_dl/core/convolution.hpp>

namespace {

namespace dl = hello_dl;

constexpr dl::conv2d_shape shape{1, 1, 2, 2, 1, 2, 2, 1, 1};
static_assert(shape.out_height() == 3 && shape.out_width() == 3);
static_assert(dl::conv2d_shape{1, 1, 28, 28, 1, 5, 3, 2, 1}.out_height() == 13);
static_assert(dl::conv2d_shape{1, 1, 28, 28, 1, 5, 3, 2, 1}.out_width() == 14);

constexpr double x[] = {1, 2, 3, 4};
constexpr double w[] = {1, 10, 100, 1000};
constexpr double grad_y[] = {0, 0, 0, 0, 1, 0, 0, 0, 0};

template <auto Kernel, int Size>
constexpr double element(const double* a, const double* b, int index) {
  double result[Size] = {};
  Kernel(a, b, result, nullptr);
  return result[index];
}

// The middle pixel of y sees all of x; the first only x[0], through the last tap of w.
static_assert(element<dl::conv2d_forward<double, shape>, 9>(x, w, 4) == 4321);
static_assert(element<dl::conv2d_forward<double, shape>, 9>(x, w, 0) == 1000);
static_assert(element<dl::conv2d_forward<double, shape>, 9>(x, w, 8) == 4);

// So a gradient of the middle pixel alone gives w for x, and x for w.
static_assert(element<dl::conv2d_input_gradient<double, shape>, 4>(grad_y, w, 2) == 100);
static_assert(element<dl::conv2d_weight_gradient<double, shape>, 4>(x, grad_y, 1) == 2);

}  // namespace
