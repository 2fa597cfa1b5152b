#include <hello_dl/ops/abs.hpp>

#include <golden/ops/abs.hpp>
#include <support/check_operation.hpp>

namespace {

BOOST_AUTO_TEST_CASE(values_and_derivatives) {
  constexpr auto f = [](auto x) { return abs(x); };
  check::check_constant<golden::abs_3>(f);
  check::check_values<golden::abs_scalar>(f);
  check::check_operation<golden::abs_17>(f);
  check::check_values<golden::abs_31>(f);
  check::check_values<golden::abs_edges>(f);
}

BOOST_AUTO_TEST_CASE(nan_is_not_hidden) {
  constexpr auto f = [](auto x) { return abs(x); };
  BOOST_TEST(std::isnan(hello_dl::evaluate(f, golden::nan)));
  BOOST_TEST(std::isnan(hello_dl::derivative(f)(golden::nan)));
}

}  // namespace
