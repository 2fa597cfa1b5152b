#include <hello_dl/core/convolution.hpp>

#include <boost/test/unit_test.hpp>

#include <limits>

#include "integers.hpp"

namespace dl = hello_dl;

namespace {

constexpr std::size_t index(dl::extent i) { return static_cast<std::size_t>(i); }

/// The definition, index by index: calls f(x index, w index, y index) for every product.
template <class F>
void for_each_term(const dl::conv2d_shape& s, F f) {
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
                  f(index(((image * s.height + iy) * s.width + ix) * s.in_channels + c),
                    index(((o * s.in_channels + c) * s.kernel_height + ky) * s.kernel_width + kx),
                    index(((image * s.out_height() + oy) * s.out_width() + ox) * s.out_channels +
                          o));
              }
}

/// Memory whose old contents must not matter, at a multiple of 64 bytes.
template <class T>
class garbage {
 public:
  explicit garbage(dl::extent count)
      : memory_(index(count) + 64 / sizeof(T), std::numeric_limits<T>::quiet_NaN()) {}
  T* data() {
    const auto past = reinterpret_cast<std::uintptr_t>(memory_.data()) % 64;
    return memory_.data() + (64 - past) % 64 / sizeof(T);
  }

 private:
  std::vector<T> memory_;
};

/// `values` and NaN behind them, which nobody may use.
template <class T>
std::vector<T> guarded(std::vector<T> values) {
  values.insert(values.end(), 64, std::numeric_limits<T>::quiet_NaN());
  return values;
}

/// Receives a matrix, and counts how often each of its elements comes.
template <class T>
struct received {
  dl::extent columns;
  std::vector<T> values;
  std::vector<int> times = std::vector<int>(values.size());

  received(dl::extent size, dl::extent channels)
      : columns{channels}, values(index(size), std::numeric_limits<T>::quiet_NaN()) {}

  auto sink() {
    return [this](auto value, dl::extent row, dl::extent column) {
      constexpr int lanes = sizeof(value) / sizeof(T);
      T elements[lanes];
      dl::store(elements, value);
      receive(elements, lanes, row, column);
    };
  }
  [[gnu::noinline]] void receive(const T* elements, int count, dl::extent row, dl::extent column) {
    BOOST_REQUIRE(column + count <= columns);
    for (int i = 0; i < count; ++i) {
      values[index(row * columns + column + i)] = elements[i];
      ++times[index(row * columns + column + i)];
    }
  }
  bool equals(const std::vector<T>& expected) const {
    return values == expected && times == std::vector<int>(values.size(), 1);
  }
};

template <class T, dl::conv2d_shape S>
void check() {
  const auto x = guarded(integers<T>(S.x_size(), 0)), w = guarded(integers<T>(S.w_size(), 1)),
             grad_y = guarded(integers<T>(S.y_size(), 2));
  std::vector<T> y(index(S.y_size())), grad_x(index(S.x_size())), grad_w(index(S.w_size()));
  for_each_term(S, [&](std::size_t ix, std::size_t iw, std::size_t iy) {
    y[iy] += x[ix] * w[iw];
    grad_x[ix] += grad_y[iy] * w[iw];
    grad_w[iw] += grad_y[iy] * x[ix];
  });

  received<T> images(S.y_size(), S.out_channels);
  dl::conv2d_forward<T, S>(x.data(), w.data(),
                           garbage<T>(dl::conv2d_forward_scratch<T, S>()).data(), images.sink());
  BOOST_TEST(images.equals(y));

  images = {S.x_size(), S.in_channels};
  dl::conv2d_input_gradient<T, S>(grad_y.data(), w.data(),
                                  garbage<T>(dl::conv2d_input_gradient_scratch<T, S>()).data(),
                                  images.sink());
  BOOST_TEST(images.equals(grad_x));

  std::vector<T> weights(grad_w.size(), std::numeric_limits<T>::quiet_NaN());
  dl::conv2d_weight_gradient<T, S>(x.data(), grad_y.data(), weights.data(),
                                   garbage<T>(dl::conv2d_weight_gradient_scratch<T, S>()).data());
  BOOST_TEST((weights == grad_w));
}

}  // namespace

// n, in, height, width, out, kernel height, kernel width, stride, padding
BOOST_AUTO_TEST_CASE(same_size_convolutions_like_plain_loops) {
  check<float, dl::conv2d_shape{2, 3, 7, 5, 10, 3, 3, 1, 1}>();
  check<double, dl::conv2d_shape{1, 17, 6, 31, 9, 3, 3, 1, 1}>();
}

BOOST_AUTO_TEST_CASE(one_channel_one_image_one_pixel) {
  check<float, dl::conv2d_shape{3, 1, 5, 6, 1, 3, 3, 1, 1}>();
  check<float, dl::conv2d_shape{2, 1, 28, 28, 16, 3, 3, 1, 0}>();
  check<float, dl::conv2d_shape{1, 1, 1, 1, 1, 1, 1, 1, 0}>();
}

BOOST_AUTO_TEST_CASE(several_lines_or_images_in_a_tile) {
  check<float, dl::conv2d_shape{6, 33, 6, 6, 40, 3, 3, 1, 0}>();
  check<float, dl::conv2d_shape{4, 16, 3, 4, 8, 3, 3, 1, 1}>();
}

BOOST_AUTO_TEST_CASE(unpadded_and_large_windows) {
  check<float, dl::conv2d_shape{2, 2, 9, 31, 16, 5, 5, 1, 0}>();
  check<float, dl::conv2d_shape{1, 3, 4, 9, 7, 4, 9, 1, 0}>();
  check<float, dl::conv2d_shape{2, 31, 5, 7, 26, 2, 3, 1, 2}>();
}

BOOST_AUTO_TEST_CASE(strides_that_do_not_cover_the_image) {
  check<float, dl::conv2d_shape{2, 3, 17, 22, 5, 4, 2, 3, 2}>();
  check<float, dl::conv2d_shape{1, 5, 8, 8, 16, 3, 3, 2, 0}>();
}

BOOST_AUTO_TEST_CASE(padding_wider_than_the_window) {
  check<float, dl::conv2d_shape{2, 19, 5, 5, 6, 1, 1, 2, 1}>();
  check<double, dl::conv2d_shape{1, 2, 3, 4, 3, 2, 2, 1, 3}>();
  check<float, dl::conv2d_shape{3, 1, 2, 3, 4, 3, 3, 2, 5}>();
}
