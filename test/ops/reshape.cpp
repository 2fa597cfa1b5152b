#include <hello_dl/ops/reshape.hpp>

#include <golden/ops/reshape.hpp>
#include <support/check_operation.hpp>

namespace {

namespace dl = hello_dl;

BOOST_AUTO_TEST_CASE(values_and_derivatives) {
  check::check_constant<golden::reshape_3>([](auto x) { return dl::reshape<3, 1>(x * x); });
  check::check_operation<golden::reshape_cube>([](auto x) { return dl::reshape<7, 15>(x); });
  check::check_operation<golden::reshape_scalar>([](auto x) { return dl::reshape<>(x); });
  check::check_operation<golden::flatten_cube>([](auto x) { return dl::flatten(x); });
}

}  // namespace
