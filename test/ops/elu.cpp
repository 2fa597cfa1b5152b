#include <hello_dl/ops/elu.hpp>

#include <golden/ops/elu.hpp>
#include <support/check_operation.hpp>

namespace {

BOOST_AUTO_TEST_CASE(values_and_derivatives) {
  constexpr auto f = [](auto x) { return elu(x); };
  check::check_constant<golden::elu_3>(f);
  check::check_values<golden::elu_scalar>(f);
  check::check_operation<golden::elu_17>(f);
  check::check_values<golden::elu_31>(f);
  check::check_values<golden::elu_edges>(f);
}

BOOST_AUTO_TEST_CASE(another_alpha) {
  constexpr auto f = [](auto x) { return elu(x, 1.5); };
  check::check_operation<golden::elu_alpha>(f);
  check::check_values<golden::elu_alpha_edges>(f);
}

BOOST_AUTO_TEST_CASE(no_digits_are_lost_near_0) {
  constexpr auto f = [](auto x) { return elu(x); };
  static_assert(hello_dl::evaluate(f, -0x1p-60) == -0x1p-60 && hello_dl::evaluate(f, -0x1p-60f) == -0x1p-60f);
}

}  // namespace
