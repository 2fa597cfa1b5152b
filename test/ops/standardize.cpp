#include <hello_dl/ops/ops.hpp>

#include <golden/ops/standardize.hpp>
#include <support/check_operation.hpp>

namespace {

namespace dl = hello_dl;

constexpr auto images = [](auto x) { return dl::standardize<0, 2, 3>(x); };
constexpr auto wide_images = [](auto x) { return dl::standardize<0, 2, 3>(x, 0.125); };
constexpr auto rows = [](auto x) { return dl::standardize<-1>(x); };
constexpr auto wide_rows = [](auto x) { return dl::standardize<-1>(x, 0.125); };

BOOST_AUTO_TEST_CASE(values_and_derivatives) {
  check::check_constant<golden::standardize_3>(wide_rows);
  check::check_operation<golden::standardize_3>(wide_rows);
  check::check_operation<golden::standardize_17>(wide_rows);
  check::check_values<golden::standardize_rows>(rows);
  check::check_values<golden::standardize_1>(wide_rows);
}

BOOST_AUTO_TEST_CASE(each_channel_of_images) {
  check::check_values<golden::standardize_images>(images);
  check::check_values<golden::standardize_pixels>(wide_images);
  check::check_operation<golden::standardize_one_channel>(wide_images);
}

/// The variance of numbers that are near to one another and far from 0 keeps its digits.
BOOST_AUTO_TEST_CASE(far_from_zero) {
  constexpr auto f = [](auto x) { return dl::standardize<-1>(x + 16); };
  check::check_values<golden::standardize_far>(f);
}

}  // namespace
