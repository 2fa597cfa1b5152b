#include <hello_dl/ops/softplus.hpp>

#include <golden/ops/softplus.hpp>
#include <support/check_operation.hpp>

namespace {

BOOST_AUTO_TEST_CASE(values_and_derivatives) {
  constexpr auto f = [](auto x) { return softplus(x); };
  check::check_constant<golden::softplus_3>(f);
  check::check_values<golden::softplus_scalar>(f);
  check::check_operation<golden::softplus_17>(f);
  check::check_values<golden::softplus_31>(f);
  check::check_values<golden::softplus_edges>(f);
}

BOOST_AUTO_TEST_CASE(another_beta_and_threshold) {
  constexpr auto f = [](auto x) { return softplus(x, 2, 3); };
  check::check_operation<golden::softplus_beta>(f);
  check::check_values<golden::softplus_beta_edges>(f);
}

}  // namespace
