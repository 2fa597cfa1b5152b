#include <hello_dl/ops/broadcast_to.hpp>

#include <golden/ops/broadcast_to.hpp>
#include <support/check_operation.hpp>

namespace {

namespace dl = hello_dl;

BOOST_AUTO_TEST_CASE(values_and_derivatives) {
  check::check_constant<golden::broadcast_to_all>([](auto x) { return dl::broadcast_to<3, 3>(x); });
  check::check_operation<golden::broadcast_to_rows>([](auto x) { return dl::broadcast_to<3, 2, 5>(x); });
  check::check_operation<golden::broadcast_to_same>([](auto x) { return dl::broadcast_to<3>(x * x); });
}

}  // namespace
