#include <hello_dl/ops/sign.hpp>

#include <golden/ops/sign.hpp>
#include <support/check_operation.hpp>

namespace {

BOOST_AUTO_TEST_CASE(values_and_derivatives) {
  constexpr auto f = [](auto x) { return sign(x); };
  check::check_constant<golden::sign_3>(f);
  check::check_values<golden::sign_scalar>(f);
  check::check_operation<golden::sign_17>(f);
  check::check_values<golden::sign_31>(f);
  check::check_values<golden::sign_edges>(f);
}

BOOST_AUTO_TEST_CASE(nan_is_not_hidden) {
  constexpr auto f = [](auto x) { return sign(x); };
  BOOST_TEST(std::isnan(hello_dl::evaluate(f, golden::nan)));
}

}  // namespace
