#include <hello_dl/ops/negate.hpp>

#include <golden/ops/negate.hpp>
#include <support/check_operation.hpp>

namespace {

BOOST_AUTO_TEST_CASE(values_and_derivatives) {
  constexpr auto f = [](auto x) { return -x; };
  check::check_constant<golden::negate_3>(f);
  check::check_values<golden::negate_scalar>(f);
  check::check_operation<golden::negate_17>(f);
  check::check_values<golden::negate_31>(f);
  check::check_values<golden::negate_edges>(f);
}

}  // namespace
