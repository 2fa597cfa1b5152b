#include <hello_dl/ops/tanh.hpp>

#include <golden/ops/tanh.hpp>
#include <support/check_operation.hpp>

namespace {

BOOST_AUTO_TEST_CASE(values_and_derivatives) {
  constexpr auto f = [](auto x) { return tanh(x); };
  check::check_constant<golden::tanh_3>(f);
  check::check_values<golden::tanh_scalar>(f);
  check::check_operation<golden::tanh_17>(f);
  check::check_values<golden::tanh_31>(f);
  check::check_values<golden::tanh_edges>(f);
}

BOOST_AUTO_TEST_CASE(nan_is_not_hidden) {
  constexpr auto f = [](auto x) { return tanh(x); };
  BOOST_TEST(std::isnan(hello_dl::evaluate(f, golden::nan)));
}

}  // namespace
