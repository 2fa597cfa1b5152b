#include <hello_dl/ops/sin.hpp>

#include <golden/ops/sin.hpp>
#include <support/check_operation.hpp>

namespace {

BOOST_AUTO_TEST_CASE(values_and_derivatives) {
  constexpr auto f = [](auto x) { return sin(x); };
  check::check_constant<golden::sin_3>(f);
  check::check_values<golden::sin_scalar>(f);
  check::check_operation<golden::sin_17>(f);
  check::check_values<golden::sin_31>(f);
  check::check_values<golden::sin_edges>(f);
}

}  // namespace
