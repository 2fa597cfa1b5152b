#include <hello_dl/ops/conv2d.hpp>

#include <golden/ops/conv2d.hpp>
#include <support/check_operation.hpp>

namespace {

namespace dl = hello_dl;

BOOST_AUTO_TEST_CASE(without_options) {
  constexpr auto f = [](auto x, auto weight) { return conv2d(x, weight); };
  check::check_constant<golden::conv2d_small>(f);
  check::check_values<golden::conv2d_one_pixel>(f);
  check::check_operation<golden::conv2d_one_channel>(f);
  check::check_values<golden::conv2d_pointwise>(f);
}

BOOST_AUTO_TEST_CASE(strides_and_padding) {
  check::check_values<golden::conv2d_padded>(
      [](auto x, auto weight) { return dl::conv2d<dl::conv2d_options{.padding = 1}>(x, weight); });
  check::check_values<golden::conv2d_wide>(
      [](auto x, auto weight) { return dl::conv2d<dl::conv2d_options{.padding = 2}>(x, weight); });
  check::check_values<golden::conv2d_strided>(
      [](auto x, auto weight) { return dl::conv2d<dl::conv2d_options{.stride = 2}>(x, weight); });
  check::check_operation<golden::conv2d_both>(
      [](auto x, auto weight) { return dl::conv2d<dl::conv2d_options{.stride = 3, .padding = 2}>(x, weight); });
}

}  // namespace
