#include <hello_dl/ops/sqrt.hpp>

#include <golden/ops/sqrt.hpp>
#include <support/check_operation.hpp>

namespace {

BOOST_AUTO_TEST_CASE(values_and_derivatives) {
  constexpr auto f = [](auto x) { return sqrt(x); };
  check::check_constant<golden::sqrt_3>(f);
  check::check_values<golden::sqrt_scalar>(f);
  check::check_operation<golden::sqrt_17>(f);
  check::check_values<golden::sqrt_31>(f);
  check::check_values<golden::sqrt_edges>(f);
}

}  // namespace
