#include <hello_dl/ops/leaky_relu.hpp>

#include <golden/ops/leaky_relu.hpp>
#include <support/check_operation.hpp>

namespace {

BOOST_AUTO_TEST_CASE(values_and_derivatives) {
  constexpr auto f = [](auto x) { return leaky_relu(x); };
  check::check_constant<golden::leaky_relu_3>(f);
  check::check_values<golden::leaky_relu_scalar>(f);
  check::check_operation<golden::leaky_relu_17>(f);
  check::check_values<golden::leaky_relu_31>(f);
  check::check_values<golden::leaky_relu_edges>(f);
}

BOOST_AUTO_TEST_CASE(another_slope) {
  check::check_operation<golden::leaky_relu_slope>([](auto x) { return leaky_relu(x, 0.25); });
}

}  // namespace
