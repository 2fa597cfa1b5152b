#include <hello_dl/ops/cos.hpp>

#include <golden/ops/cos.hpp>
#include <support/check_operation.hpp>

namespace {

BOOST_AUTO_TEST_CASE(values_and_derivatives) {
  constexpr auto f = [](auto x) { return cos(x); };
  check::check_constant<golden::cos_3>(f);
  check::check_values<golden::cos_scalar>(f);
  check::check_operation<golden::cos_17>(f);
  check::check_values<golden::cos_31>(f);
  check::check_values<golden::cos_edges>(f);
}

}  // namespace
