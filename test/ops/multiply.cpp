#include <hello_dl/ops/multiply.hpp>

#include <golden/ops/multiply.hpp>
#include <support/check_operation.hpp>

namespace {

BOOST_AUTO_TEST_CASE(values_and_derivatives) {
  constexpr auto f = [](auto x, auto y) { return x * y; };
  check::check_constant<golden::multiply_both>(f);
  check::check_values<golden::multiply_scalars>(f);
  check::check_operation<golden::multiply_same>(f);
  check::check_operation<golden::multiply_inner>(f);
  check::check_values<golden::multiply_left_scalar>(f);
  check::check_values<golden::multiply_right_one>(f);
  check::check_values<golden::multiply_outer>(f);
  check::check_values<golden::multiply_middle>(f);
  check::check_values<golden::multiply_ones>(f);
}

BOOST_AUTO_TEST_CASE(numbers_and_tables) {
  constexpr auto f = [](auto x) { return 2 * (x * golden::tensor<double, 3>{1, -2, 0.5}); };
  check::check_constant<golden::multiply_number>(f);
  check::check_operation<golden::multiply_number>(f);
}

BOOST_AUTO_TEST_CASE(a_constant_zero_makes_the_product_zero) {
  BOOST_TEST(hello_dl::evaluate([](auto x) { return 0 * x; }, golden::inf) == 0);
  BOOST_TEST(std::isnan(hello_dl::evaluate([](auto x, auto y) { return y * x; }, golden::inf, 0.0)));
}

}  // namespace
