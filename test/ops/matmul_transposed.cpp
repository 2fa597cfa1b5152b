#include <hello_dl/ops/matmul.hpp>

#include <golden/ops/matmul.hpp>
#include <support/check_operation.hpp>

namespace {

BOOST_AUTO_TEST_CASE(values_and_derivatives) {
  check::check_values<golden::matmul_left_transposed>([](auto x, auto y) { return matmul(transpose(x), y); });
  check::check_values<golden::matmul_right_transposed>([](auto x, auto y) { return matmul(x, transpose(y)); });
  check::check_operation<golden::matmul_both_transposed>(
      [](auto x, auto y) { return matmul(transpose(x), transpose(y)); });
  check::check_operation<golden::matmul_with_itself>([](auto x) { return matmul(x, transpose(x)); });
}

}  // namespace
