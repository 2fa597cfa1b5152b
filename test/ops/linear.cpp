#include <hello_dl/ops/linear.hpp>

#include <golden/ops/linear.hpp>
#include <support/check_operation.hpp>

namespace {

namespace dl = hello_dl;

constexpr auto f = [](auto x, auto weight, auto bias) { return linear(x, weight, bias); };

BOOST_AUTO_TEST_CASE(values_and_derivatives) {
  check::check_constant<golden::linear_row>(f);
  check::check_values<golden::linear_one>(f);
  check::check_values<golden::linear_rows>(f);
  check::check_operation<golden::linear_batch>(f);
}

}  // namespace
