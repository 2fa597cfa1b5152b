#include <hello_dl/ops/minimum.hpp>

#include <golden/ops/minimum.hpp>
#include <support/check_operation.hpp>

namespace {

BOOST_AUTO_TEST_CASE(values_and_derivatives) {
  constexpr auto f = [](auto x, auto y) { return minimum(x, y); };
  check::check_constant<golden::minimum_both>(f);
  check::check_operation<golden::minimum_same>(f);
  check::check_values<golden::minimum_inner>(f);
  check::check_values<golden::minimum_edges>(f);
}

}  // namespace
