#include <hello_dl/ops/log.hpp>

#include <golden/ops/log.hpp>
#include <support/check_operation.hpp>

namespace {

BOOST_AUTO_TEST_CASE(values_and_derivatives) {
  constexpr auto f = [](auto x) { return log(x); };
  check::check_constant<golden::log_3>(f);
  check::check_values<golden::log_scalar>(f);
  check::check_operation<golden::log_17>(f);
  check::check_values<golden::log_31>(f);
  check::check_values<golden::log_edges>(f);
}

}  // namespace
