#include <hello_dl/ops/pow.hpp>

#include <golden/ops/pow.hpp>
#include <support/check_operation.hpp>

namespace {

BOOST_AUTO_TEST_CASE(values_and_derivatives) {
  constexpr auto f = [](auto x, auto y) { return pow(x, y); };
  check::check_constant<golden::pow_both>(f);
  check::check_values<golden::pow_scalars>(f);
  check::check_operation<golden::pow_same>(f);
  check::check_values<golden::pow_inner>(f);
  check::check_values<golden::pow_edges>(f);
}

}  // namespace
