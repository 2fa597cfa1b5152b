#include <hello_dl/ops/exp.hpp>

#include <golden/ops/exp.hpp>
#include <support/check_operation.hpp>

namespace {

BOOST_AUTO_TEST_CASE(values_and_derivatives) {
  constexpr auto f = [](auto x) { return exp(x); };
  check::check_constant<golden::exp_3>(f);
  check::check_values<golden::exp_scalar>(f);
  check::check_operation<golden::exp_17>(f);
  check::check_values<golden::exp_31>(f);
  check::check_values<golden::exp_edges>(f);
}

BOOST_AUTO_TEST_CASE(nan_is_not_hidden) {
  constexpr auto f = [](auto x) { return exp(x); };
  BOOST_TEST(std::isnan(hello_dl::evaluate(f, golden::nan)));
}

}  // namespace
