#include <hello_dl/ops/relu.hpp>

#include <golden/ops/relu.hpp>
#include <support/check_operation.hpp>

namespace {

BOOST_AUTO_TEST_CASE(values_and_derivatives) {
  constexpr auto f = [](auto x) { return relu(x); };
  check::check_constant<golden::relu_3>(f);
  check::check_values<golden::relu_scalar>(f);
  check::check_operation<golden::relu_17>(f);
  check::check_values<golden::relu_31>(f);
  check::check_values<golden::relu_edges>(f);
}

BOOST_AUTO_TEST_CASE(nan_is_not_hidden) {
  constexpr auto f = [](auto x) { return relu(x); };
  BOOST_TEST(std::isnan(hello_dl::evaluate(f, golden::nan)));
  BOOST_TEST(hello_dl::derivative(f)(golden::nan) == 0);
}

}  // namespace
