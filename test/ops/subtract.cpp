#include <hello_dl/ops/subtract.hpp>

#include <golden/ops/subtract.hpp>
#include <support/check_operation.hpp>

namespace {

BOOST_AUTO_TEST_CASE(values_and_derivatives) {
  constexpr auto f = [](auto x, auto y) { return x - y; };
  check::check_constant<golden::subtract_both>(f);
  check::check_values<golden::subtract_scalars>(f);
  check::check_operation<golden::subtract_same>(f);
  check::check_values<golden::subtract_inner>(f);
}

BOOST_AUTO_TEST_CASE(numbers_and_tables) {
  constexpr auto f = [](auto x) { return 2 - (x - golden::tensor<double, 3>{1, -2, 0.5}); };
  check::check_constant<golden::subtract_number>(f);
  check::check_operation<golden::subtract_number>(f);
}

}  // namespace
