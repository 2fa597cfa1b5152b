#include <hello_dl/ops/pow.hpp>

#include <golden/ops/pow.hpp>
#include <support/check_operation.hpp>

namespace {

BOOST_AUTO_TEST_CASE(whole_exponents) {
  check::check_values<golden::pow_constant_2>([](auto x) { return pow(x, 2); });
  check::check_operation<golden::pow_constant_3>([](auto x) { return pow(x, 3); });
  check::check_values<golden::pow_constant_minus_1>([](auto x) { return pow(x, -1); });
  check::check_constant<golden::pow_constant_minus_3>([](auto x) { return pow(x, -3); });
  check::check_values<golden::pow_negative_base>([](auto x) { return pow(x, 3); });
  check::check_values<golden::pow_square_at_0>([](auto x) { return pow(x, 2); });
}

BOOST_AUTO_TEST_CASE(other_constants) {
  check::check_values<golden::pow_constant_0>([](auto x) { return pow(x, 0); });
  check::check_values<golden::pow_constant_1>([](auto x) { return pow(x, 1); });
  check::check_values<golden::pow_constant_half>([](auto x) { return pow(x, 0.5); });
  check::check_values<golden::pow_constant_5_halves>([](auto x) { return pow(x, 2.5); });
  check::check_values<golden::pow_constant_65>([](auto x) { return pow(x, 65); });
  check::check_values<golden::pow_constant_base>([](auto x) { return pow(2, x); });
}

}  // namespace
