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

BOOST_AUTO_TEST_CASE(tensors_as_constants) {
  constexpr hello_dl::tensor<double, 1, 2> x{1, 2};
  constexpr auto f = [](auto y) { return matmul(hello_dl::tensor<double, 2, 1>{3, 4}, y); };
  static_assert(hello_dl::evaluate(f, x) == hello_dl::tensor<double, 2, 2>{3, 6, 4, 8});
  BOOST_CHECK((hello_dl::evaluate(f, x) == hello_dl::tensor<double, 2, 2>{3, 6, 4, 8}));
}

}  // namespace
