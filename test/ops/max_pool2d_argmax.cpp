// The gradient of a pooling from remembered maxima: windows that touch, overlap, leave gaps, stick out, and are too large to be
// numbered.
#include <hello_dl/hello_dl.hpp>

#include <boost/test/unit_test.hpp>

namespace dl = hello_dl;

namespace {

constexpr dl::extent height = 17, width = 19, channels = 3;
using images = dl::tensor<float, 2, channels, height, width>;

/// Numbers in no order, with equal ones among them.
constexpr images numbers = [] {
  images x;
  for (dl::extent i = 0; i < x.size(); ++i) x[i] = static_cast<float>(i * 7919 % 101);
  return x;
}();

/// The gradient of sum(y * y) / 2 for y = max_pool2d(x): each maximum gets itself, once for each window whose first maximum it is.
template <int Kernel, dl::pool2d_options Options>
images by_plain_loops(const images& x) {
  constexpr dl::pool2d_shape s{2, height, width, channels, Kernel, Options.stride == 0 ? Kernel : Options.stride, Options.ceil_mode};
  images gradient{};
  for (dl::extent plane = 0; plane < 2 * channels; ++plane)
    for (dl::extent oy = 0; oy < s.out_height(); ++oy)
      for (dl::extent ox = 0; ox < s.out_width(); ++ox) {
        dl::extent largest = (plane * height + oy * s.stride) * width + ox * s.stride;
        for (dl::extent row = oy * s.stride; row < std::min(height, oy * s.stride + Kernel); ++row)
          for (dl::extent column = ox * s.stride; column < std::min(width, ox * s.stride + Kernel); ++column)
            if (const dl::extent i = (plane * height + row) * width + column; x[i] > x[largest]) largest = i;
        gradient[largest] += x[largest];
      }
  return gradient;
}

template <int Kernel, dl::pool2d_options Options = dl::pool2d_options{}>
void check() {
  constexpr auto half_squares = [](auto x) {
    const auto y = dl::max_pool2d<Kernel, Options>(x);
    return 0.5 * sum(y * y);
  };
  const images gradient = dl::evaluate(dl::gradient(half_squares), numbers), expected = by_plain_loops<Kernel, Options>(numbers);
  for (dl::extent i = 0; i < gradient.size(); ++i) BOOST_TEST(gradient[i] == expected[i], Kernel << ": element " << i);
}

}  // namespace

BOOST_AUTO_TEST_CASE(windows_side_by_side) {
  check<2>();
  check<3>();
  check<2, dl::pool2d_options{.ceil_mode = true}>();
}

BOOST_AUTO_TEST_CASE(windows_that_overlap_or_leave_gaps) {
  check<3, dl::pool2d_options{.stride = 1}>();
  check<3, dl::pool2d_options{.stride = 2, .ceil_mode = true}>();
  check<2, dl::pool2d_options{.stride = 5}>();
}

BOOST_AUTO_TEST_CASE(large_windows_with_numbers_and_without) {
  static_assert(dl::detail::largest_numbered_window == 8 * 8);
  check<8>();
  check<9, dl::pool2d_options{.stride = 4}>();
}

// Bytes in constant expressions are packed into reals, in float and in double.
template <class T>
constexpr bool same_in_constant_expressions() {
  constexpr dl::tensor<T, 1, 2, 4, 4> x{3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3, 2, 3, 8, 4, 6, 2, 6, 4, 3, 3, 8, 3, 2, 7, 9, 5};
  constexpr auto gradient = dl::evaluate(dl::gradient([](auto y) { return sum(dl::max_pool2d<2>(y) * dl::max_pool2d<2>(y)); }), x);
  T sum = 0;
  for (dl::extent i = 0; i < gradient.size(); ++i) sum += gradient[i];
  return sum == 2 * (9 + 6 + 9 + 9 + 6 + 8 + 7 + 9) && gradient[5] == 18 && gradient[12] == 18 && gradient[14] == 18 && gradient[0] == 0;
}
static_assert(same_in_constant_expressions<float>() && same_in_constant_expressions<double>());
