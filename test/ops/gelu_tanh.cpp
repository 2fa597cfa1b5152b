#include <hello_dl/ops/gelu_tanh.hpp>

#include <golden/ops/gelu_tanh.hpp>
#include <support/check_operation.hpp>

namespace {

BOOST_AUTO_TEST_CASE(values_and_derivatives) {
  constexpr auto f = [](auto x) { return gelu_tanh(x); };
  check::check_constant<golden::gelu_tanh_3>(f);
  check::check_values<golden::gelu_tanh_scalar>(f);
  check::check_operation<golden::gelu_tanh_17>(f);
  check::check_values<golden::gelu_tanh_31>(f);
  check::check_values<golden::gelu_tanh_edges>(f);
}

}  // namespace
