#include <hello_dl/core/pool.hpp>

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <limits>

#include "integers.hpp"

namespace dl = hello_dl;

namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

/// The indices into x of one window's elements, row by row.
std::vector<std::size_t> window(const dl::pool2d_shape& s, dl::extent iy) {
  const dl::extent channel = iy % s.channels, pixel = iy / s.channels;
  const dl::extent image = pixel / (s.out_height() * s.out_width());
  const dl::extent top = pixel / s.out_width() % s.out_height() * s.stride;
  const dl::extent left = pixel % s.out_width() * s.stride;
  std::vector<std::size_t> result;
  for (dl::extent row = top; row < top + s.kernel && row < s.height; ++row)
    for (dl::extent column = left; column < left + s.kernel && column < s.width; ++column)
      result.push_back(static_cast<std::size_t>(
          ((image * s.height + row) * s.width + column) * s.channels + channel));
  return result;
}

template <class T>
std::size_t first_largest(const std::vector<T>& x, const std::vector<std::size_t>& indices) {
  std::size_t best = indices[0];
  for (const std::size_t i : indices)
    if (x[i] > x[best]) best = i;
  return best;
}

template <class T, dl::pool2d_shape S>
void check_max() {
  const auto x = integers<T>(S.x_size(), 0), t = integers<T>(S.x_size(), 1),
             grad_y = integers<T>(S.y_size(), 2);
  std::vector<T> y, gathered, grad_x(x.size());
  for (std::size_t iy = 0; iy < grad_y.size(); ++iy) {
    const std::size_t best = first_largest(x, window(S, static_cast<dl::extent>(iy)));
    y.push_back(x[best]);
    gathered.push_back(t[best]);
    grad_x[best] += grad_y[iy];
  }
  const std::vector<T> garbage_x(x.size(), static_cast<T>(not_a_number)),
      garbage_y(y.size(), static_cast<T>(not_a_number));
  auto result = garbage_y;
  dl::max_pool2d<T, S>(x.data(), result.data());
  BOOST_TEST((result == y));
  result = garbage_y;
  dl::max_pool2d_gather<T, S>(x.data(), t.data(), result.data());
  BOOST_TEST((result == gathered));
  result = garbage_x;
  dl::max_pool2d_scatter<T, S>(x.data(), grad_y.data(), result.data());
  BOOST_TEST((result == grad_x));

  std::vector<std::uint8_t> argmax(y.size(), 99);
  result = garbage_y;
  dl::max_pool2d_argmax<T, S>(x.data(), result.data(), argmax.data());
  BOOST_TEST((result == y));
  result = garbage_x;
  dl::max_pool2d_place<T, S>(argmax.data(), grad_y.data(), result.data());
  BOOST_TEST((result == grad_x));
}

template <class T, dl::pool2d_shape S>
void check_average() {
  const auto x = integers<T>(S.x_size(), 0), grad_y = integers<T>(S.y_size(), 2);
  std::vector<T> y(grad_y.size()), grad_x(x.size()), result(y.size());
  for (std::size_t iy = 0; iy < y.size(); ++iy) {
    const auto elements = window(S, static_cast<dl::extent>(iy));
    const T count = static_cast<T>(elements.size());
    for (const std::size_t ix : elements) {
      y[iy] += x[ix];
      grad_x[ix] += grad_y[iy] / count;
    }
    y[iy] /= count;
  }
  dl::avg_pool2d<T, S>(x.data(), result.data());
  BOOST_TEST((result == y));
  result.assign(x.size(), static_cast<T>(not_a_number));
  dl::avg_pool2d_scatter<T, S>(grad_y.data(), result.data());
  for (std::size_t i = 0; i < result.size(); ++i)
    BOOST_REQUIRE_SMALL(static_cast<double>(result[i] - grad_x[i]), 1e-5);
}

template <class T, dl::pool2d_shape S>
void check() {
  check_max<T, S>();
  check_average<T, S>();
}

}  // namespace

// images, height, width, channels, kernel, stride, ceil_mode; ties are frequent among whole numbers
BOOST_AUTO_TEST_CASE(windows_side_by_side_like_plain_loops) {
  check<float, dl::pool2d_shape{3, 8, 10, 16, 2, 2}>();
  check<double, dl::pool2d_shape{2, 9, 31, 3, 3, 3}>();
  check<float, dl::pool2d_shape{2, 5, 7, 33, 1, 1}>();
}

BOOST_AUTO_TEST_CASE(overlapping_windows_like_plain_loops) {
  check<float, dl::pool2d_shape{2, 17, 9, 17, 3, 2}>();
  check<double, dl::pool2d_shape{2, 8, 19, 1, 3, 1}>();
}

BOOST_AUTO_TEST_CASE(windows_with_gaps_like_plain_loops) {
  check<float, dl::pool2d_shape{2, 7, 20, 31, 2, 3}>();
}

BOOST_AUTO_TEST_CASE(windows_over_the_edge_like_plain_loops) {
  check<float, dl::pool2d_shape{2, 7, 7, 26, 2, 2, true}>();
  check<double, dl::pool2d_shape{1, 18, 37, 2, 3, 2, true}>();
  check<float, dl::pool2d_shape{3, 1, 1, 1, 1, 1, true}>();
}

BOOST_AUTO_TEST_CASE(the_largest_window_that_has_numbers_of_one_byte) {
  check<float, dl::pool2d_shape{1, 17, 33, 9, 16, 16}>();
}

BOOST_AUTO_TEST_CASE(nan_is_the_maximum_and_the_last_of_two_gets_the_gradient) {
  constexpr dl::pool2d_shape shape{1, 2, 4, 20, 2, 2};
  auto x = integers<float>(shape.x_size(), 0);
  const auto grad_y = std::vector<float>(static_cast<std::size_t>(shape.y_size()), 1.f);
  constexpr std::size_t right = 20, below = 80;
  x[right] = x[below] = static_cast<float>(not_a_number);
  std::vector<float> y(grad_y.size()), grad_x(x.size());
  std::vector<std::uint8_t> argmax(y.size());
  dl::max_pool2d_argmax<float, shape>(x.data(), y.data(), argmax.data());
  dl::max_pool2d_scatter<float, shape>(x.data(), grad_y.data(), grad_x.data());
  BOOST_TEST(std::isnan(y[0]));
  BOOST_TEST(!std::isnan(y[1]));
  BOOST_TEST(argmax[0] == 2);
  BOOST_TEST(grad_x[right] == 0);
  BOOST_TEST(grad_x[below] == 1);
}
