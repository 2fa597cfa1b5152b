#include <hello_dl/ops/matmul.hpp>

#include <golden/ops/matmul.hpp>
#include <support/check_operation.hpp>

namespace {

BOOST_AUTO_TEST_CASE(matrices) {
  constexpr auto f = [](auto x, auto y) { return matmul(x, y); };
  check::check_constant<golden::matmul_small>(f);
  check::check_values<golden::matmul_ones>(f);
  check::check_values<golden::matmul_row>(f);
  check::check_operation<golden::matmul_odd>(f);
}

BOOST_AUTO_TEST_CASE(transposed_operands) {
  check::check_values<golden::matmul_left_transposed>([](auto x, auto y) { return matmul(transpose(x), y); });
  check::check_values<golden::matmul_right_transposed>([](auto x, auto y) { return matmul(x, transpose(y)); });
  check::check_operation<golden::matmul_both_transposed>(
      [](auto x, auto y) { return matmul(transpose(x), transpose(y)); });
  check::check_operation<golden::matmul_with_itself>([](auto x) { return matmul(x, transpose(x)); });
}

}  // namespace
