#include <hello_dl/ops/detach.hpp>

#include <golden/ops/detach.hpp>
#include <support/check_operation.hpp>

namespace {

BOOST_AUTO_TEST_CASE(values_and_derivatives) {
  constexpr auto f = [](auto x) { return detach(x); };
  check::check_constant<golden::detach_3>(f);
  check::check_values<golden::detach_scalar>(f);
  check::check_values<golden::detach_17>(f);
  check::check_values<golden::detach_31>(f);
}

}  // namespace
