#include <hello_dl/ops/silu.hpp>

#include <golden/ops/silu.hpp>
#include <support/check_operation.hpp>

namespace {

BOOST_AUTO_TEST_CASE(values_and_derivatives) {
  constexpr auto f = [](auto x) { return silu(x); };
  check::check_constant<golden::silu_3>(f);
  check::check_values<golden::silu_scalar>(f);
  check::check_operation<golden::silu_17>(f);
  check::check_values<golden::silu_31>(f);
  check::check_values<golden::silu_edges>(f);
}

}  // namespace
