#include <hello_dl/ops/divide.hpp>

#include <golden/ops/divide.hpp>
#include <support/check_operation.hpp>

namespace {

BOOST_AUTO_TEST_CASE(values_and_derivatives) {
  constexpr auto f = [](auto x, auto y) { return x / y; };
  check::check_constant<golden::divide_both>(f);
  check::check_values<golden::divide_scalars>(f);
  check::check_operation<golden::divide_same>(f);
  check::check_values<golden::divide_inner>(f);
  check::check_values<golden::divide_edges>(f);
  check::check_values<golden::divide_negative>(f);
}

BOOST_AUTO_TEST_CASE(numbers_and_tables) {
  constexpr auto f = [](auto x) { return 2 / (x / golden::tensor<double, 3>{1, -2, 0.5}); };
  check::check_constant<golden::divide_number>(f);
  check::check_operation<golden::divide_number>(f);
}

}  // namespace
