#include <hello_dl/ops/log_sigmoid.hpp>

#include <golden/ops/log_sigmoid.hpp>
#include <support/check_operation.hpp>

namespace {

BOOST_AUTO_TEST_CASE(values_and_derivatives) {
  constexpr auto f = [](auto x) { return log_sigmoid(x); };
  check::check_constant<golden::log_sigmoid_3>(f);
  check::check_values<golden::log_sigmoid_scalar>(f);
  check::check_operation<golden::log_sigmoid_17>(f);
  check::check_values<golden::log_sigmoid_31>(f);
  check::check_values<golden::log_sigmoid_edges>(f);
}

BOOST_AUTO_TEST_CASE(small_probabilities_of_error_keep_their_digits) {
  constexpr auto f = [](auto x) { return log_sigmoid(x); };
  constexpr double expected = -0x1.b93de1dc8b972p-30;  // computed with 40 digits
  static_assert(hello_dl::evaluate(f, 20.25) / expected - 1 < 1e-15 && 1 - hello_dl::evaluate(f, 20.25) / expected < 1e-15);
}

}  // namespace
