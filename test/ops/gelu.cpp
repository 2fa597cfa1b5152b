#include <hello_dl/ops/gelu.hpp>

#include <golden/ops/gelu.hpp>
#include <support/check_operation.hpp>

namespace {

BOOST_AUTO_TEST_CASE(values_and_derivatives) {
  constexpr auto f = [](auto x) { return gelu(x); };
  check::check_constant<golden::gelu_3>(f);
  check::check_values<golden::gelu_scalar>(f);
  check::check_operation<golden::gelu_17>(f);
  check::check_values<golden::gelu_31>(f);
  check::check_values<golden::gelu_edges>(f);
}

}  // namespace
