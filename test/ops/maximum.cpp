#include <hello_dl/ops/maximum.hpp>

#include <golden/ops/maximum.hpp>
#include <support/check_operation.hpp>

namespace {

BOOST_AUTO_TEST_CASE(values_and_derivatives) {
  constexpr auto f = [](auto x, auto y) { return maximum(x, y); };
  check::check_constant<golden::maximum_both>(f);
  check::check_operation<golden::maximum_same>(f);
  check::check_values<golden::maximum_inner>(f);
  check::check_values<golden::maximum_edges>(f);
}

}  // namespace
