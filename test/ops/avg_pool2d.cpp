#include <hello_dl/ops/avg_pool2d.hpp>

#include <golden/ops/avg_pool2d.hpp>
#include <support/check_operation.hpp>

namespace {

namespace dl = hello_dl;

BOOST_AUTO_TEST_CASE(windows_side_by_side) {
  check::check_values<golden::avg_pool2d_even>([](auto x) { return dl::avg_pool2d<2>(x); });
  check::check_values<golden::avg_pool2d_cut>([](auto x) { return dl::avg_pool2d<2>(x); });
  check::check_operation<golden::avg_pool2d_ceil>(
      [](auto x) { return dl::avg_pool2d<2, dl::pool2d_options{.ceil_mode = true}>(x); });
  check::check_values<golden::avg_pool2d_whole>([](auto x) { return dl::avg_pool2d<3>(x); });
  check::check_values<golden::avg_pool2d_one>([](auto x) { return dl::avg_pool2d<1>(x); });
}

BOOST_AUTO_TEST_CASE(other_strides) {
  constexpr auto f = [](auto x) { return dl::avg_pool2d<2, dl::pool2d_options{.stride = 1}>(x); };
  check::check_constant<golden::avg_pool2d_small>(f);
  check::check_values<golden::avg_pool2d_ties>(f);
  check::check_operation<golden::avg_pool2d_overlap>(
      [](auto x) { return dl::avg_pool2d<3, dl::pool2d_options{.stride = 2}>(x); });
  check::check_values<golden::avg_pool2d_gaps>(
      [](auto x) { return dl::avg_pool2d<2, dl::pool2d_options{.stride = 3, .ceil_mode = true}>(x); });
}

}  // namespace
