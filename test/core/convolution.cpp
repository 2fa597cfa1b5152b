#include <hello_dl/core/convolution.hpp>

#include <boost/test/unit_test.hpp>

#include <limits>

#include "integers.hpp"

namespace dl = hello_dl;

namespace {

/// The definition, index by index: calls f(x index, w index, y index) for every product.
template <class F>
void for_each_term(const dl::conv2d_shape& s, F f) {
  const auto index = [](dl::extent i) { return static_cast<std::size_t>(i); };
  for (dl::extent image = 0; image < s.n; ++image)
    for (dl::extent o = 0; o < s.out_channels; ++o)
      for (dl::extent oy = 0; oy < s.out_height(); ++oy)
        for (dl::extent ox = 0; ox < s.out_width(); ++ox)
          for (dl::extent c = 0; c < s.in_channels; ++c)
            for (dl::extent ky = 0; ky < s.kernel_height; ++ky)
              for (dl::extent kx = 0; kx < s.kernel_width; ++kx) {
                const dl::extent iy = oy * s.stride + ky - s.padding;
                const dl::extent ix = ox * s.stride + kx - s.padding;
                if (iy >= 0 && iy < s.height && ix >= 0 && ix < s.width)
                  f(index(((image * s.in_channels + c) * s.height + iy) * s.width + ix),
                    index(((o * s.in_channels + c) * s.kernel_height + ky) * s.kernel_width + kx),
                    index(((image * s.out_channels + o) * s.out_height() + oy) * s.out_width() +
                          ox));
              }
}

/// Memory whose old contents must not matter.
template <class T>
std::vector<T> garbage(dl::extent count) {
  return std::vector<T>(static_cast<std::size_t>(count), std::numeric_limits<T>::quiet_NaN());
}

template <class T, dl::conv2d_shape S>
void check() {
  const auto x = integers<T>(S.x_size(), 0), w = integers<T>(S.w_size(), 1),
             grad_y = integers<T>(S.y_size(), 2);
  std::vector<T> y(grad_y.size()), grad_x(x.size()), grad_w(w.size());
  for_each_term(S, [&](std::size_t ix, std::size_t iw, std::size_t iy) {
    y[iy] += x[ix] * w[iw];
    grad_x[ix] += grad_y[iy] * w[iw];
    grad_w[iw] += grad_y[iy] * x[ix];
  });

  auto result = garbage<T>(S.y_size()), scratch = garbage<T>(dl::conv2d_forward_scratch<T, S>());
  dl::conv2d_forward<T, S>(x.data(), w.data(), result.data(), scratch.data());
  BOOST_TEST((result == y));

  result = garbage<T>(S.x_size());
  scratch = garbage<T>(dl::conv2d_input_gradient_scratch<T, S>());
  dl::conv2d_input_gradient<T, S>(grad_y.data(), w.data(), result.data(), scratch.data());
  BOOST_TEST((result == grad_x));

  result = garbage<T>(S.w_size());
  scratch = garbage<T>(dl::conv2d_weight_gradient_scratch<T, S>());
  dl::conv2d_weight_gradient<T, S>(x.data(), grad_y.data(), result.data(), scratch.data());
  BOOST_TEST((result == grad_w));
}

}  // namespace

// n, in, height, width, out, kernel height, kernel width, stride, padding
BOOST_AUTO_TEST_CASE(same_size_convolutions_like_plain_loops) {
  check<float, dl::conv2d_shape{2, 3, 7, 5, 10, 3, 3, 1, 1}>();
  check<double, dl::conv2d_shape{1, 17, 6, 31, 33, 3, 3, 1, 1}>();
}

BOOST_AUTO_TEST_CASE(one_channel_one_image_one_pixel) {
  check<float, dl::conv2d_shape{3, 1, 5, 6, 1, 3, 3, 1, 1}>();
  check<float, dl::conv2d_shape{1, 1, 1, 1, 1, 1, 1, 1, 0}>();
}

BOOST_AUTO_TEST_CASE(unpadded_and_large_windows) {
  check<float, dl::conv2d_shape{2, 2, 17, 31, 24, 5, 5, 1, 0}>();
  check<float, dl::conv2d_shape{1, 3, 4, 9, 7, 4, 9, 1, 0}>();
}

BOOST_AUTO_TEST_CASE(strides_that_do_not_cover_the_image) {
  check<float, dl::conv2d_shape{2, 3, 17, 13, 5, 4, 2, 3, 2}>();
  check<float, dl::conv2d_shape{1, 5, 8, 8, 16, 3, 3, 2, 0}>();
}

BOOST_AUTO_TEST_CASE(padding_wider_than_the_window) {
  check<float, dl::conv2d_shape{2, 19, 5, 5, 6, 1, 1, 2, 1}>();
  check<double, dl::conv2d_shape{1, 2, 3, 4, 3, 2, 2, 1, 3}>();
}
