#include <hello_dl/ops/add.hpp>

#include <golden/ops/add.hpp>
#include <support/check_operation.hpp>

namespace {

BOOST_AUTO_TEST_CASE(values_and_derivatives) {
  constexpr auto f = [](auto x, auto y) { return x + y; };
  check::check_constant<golden::add_both>(f);
  check::check_values<golden::add_scalars>(f);
  check::check_operation<golden::add_same>(f);
  check::check_operation<golden::add_inner>(f);
  check::check_values<golden::add_left_scalar>(f);
  check::check_values<golden::add_right_one>(f);
  check::check_values<golden::add_outer>(f);
  check::check_values<golden::add_middle>(f);
  check::check_values<golden::add_ones>(f);
}

BOOST_AUTO_TEST_CASE(numbers_and_tables) {
  constexpr auto f = [](auto x) { return 2 + (x + golden::tensor<double, 3>{1, -2, 0.5}); };
  check::check_constant<golden::add_number>(f);
  check::check_operation<golden::add_number>(f);
}

}  // namespace
