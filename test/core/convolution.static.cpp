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

/// What a sink receives as a matrix of one column.
template <int Size, class Kernel>
constexpr double element(Kernel kernel, int index) {
  double result[Size] = {};
  kernel([&](double value, dl::extent row, dl::extent column) { result[row + column] += value; });
  return result[index];
}
constexpr double y(int index) {
  return element<9>([](auto sink) { dl::conv2d_forward<double, shape>(x, w, nullptr, sink); },
                    index);
}
constexpr double grad_x(int index) {
  return element<4>(
      [](auto sink) { dl::conv2d_input_gradient<double, shape>(grad_y, w, nullptr, sink); }, index);
}
constexpr double grad_w(int index) {
  double result[4] = {};
  dl::conv2d_weight_gradient<double, shape>(x, grad_y, result, nullptr);
  return result[index];
}

// The middle pixel of y sees all of x; the first only x[0], through the last tap of w.
static_assert(y(4) == 4321);
static_assert(y(0) == 1000);
static_assert(y(8) == 4);

// So a gradient of the middle pixel alone gives w for x, and x for w.
static_assert(grad_x(2) == 100);
static_assert(grad_w(1) == 2);

// Channels are the innermost axis of images, and the outermost of the weight: two pixels of two
// channels, times a matrix.
constexpr dl::conv2d_shape matrix{1, 2, 1, 2, 3, 1, 1};
constexpr double pixels[] = {1, 2, 3, 4};
constexpr double rows[] = {1, 10, 100, 1000, 5, 7};

constexpr double product(int index) {
  double result[6] = {};
  dl::conv2d_forward<double, matrix>(pixels, rows, nullptr,
                                     [&](auto value, dl::extent row, dl::extent column) {
                                       dl::store(result + row * 3 + column, value);
                                     });
  return result[index];
}
static_assert(product(0) == 21 && product(1) == 2100 && product(2) == 19);
static_assert(product(3) == 43 && product(4) == 4300 && product(5) == 43);

}  // namespace
