#include <hello_dl/ops/sigmoid.hpp>

#include <golden/ops/sigmoid.hpp>
#include <support/check_operation.hpp>

namespace {

BOOST_AUTO_TEST_CASE(values_and_derivatives) {
  constexpr auto f = [](auto x) { return sigmoid(x); };
  check::check_constant<golden::sigmoid_3>(f);
  check::check_values<golden::sigmoid_scalar>(f);
  check::check_operation<golden::sigmoid_17>(f);
  check::check_values<golden::sigmoid_31>(f);
  check::check_values<golden::sigmoid_edges>(f);
}

BOOST_AUTO_TEST_CASE(nan_is_not_hidden) {
  constexpr auto f = [](auto x) { return sigmoid(x); };
  BOOST_TEST(std::isnan(hello_dl::evaluate(f, golden::nan)));
}

}  // namespace
