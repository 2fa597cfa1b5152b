#include <hello_dl/ops/erf.hpp>

#include <golden/ops/erf.hpp>
#include <support/check_operation.hpp>

namespace {

BOOST_AUTO_TEST_CASE(values_and_derivatives) {
  constexpr auto f = [](auto x) { return erf(x); };
  check::check_constant<golden::erf_3>(f);
  check::check_values<golden::erf_scalar>(f);
  check::check_operation<golden::erf_17>(f);
  check::check_values<golden::erf_31>(f);
  check::check_values<golden::erf_edges>(f);
}

}  // namespace
