#include <hello_dl/ops/matmul.hpp>

#include <golden/ops/matmul.hpp>
#include <support/check_operation.hpp>

namespace {

BOOST_AUTO_TEST_CASE(batches) {
  constexpr auto f = [](auto x, auto y) { return matmul(x, y); };
  check::check_values<golden::matmul_batch>(f);
  check::check_values<golden::matmul_left_batch>(f);
  check::check_values<golden::matmul_right_batch>(f);
  check::check_operation<golden::matmul_both_batch>(f);
}

}  // namespace
