#include <hello_dl/ops/permute.hpp>

#include <golden/ops/permute.hpp>
#include <support/check_operation.hpp>

namespace {

namespace dl = hello_dl;

BOOST_AUTO_TEST_CASE(orders_of_axes) {
  check::check_constant<golden::permute_021>([](auto x) { return dl::permute<0, 2, 1>(x); });
  check::check_operation<golden::permute_201>([](auto x) { return dl::permute<2, 0, 1>(x); });
  check::check_operation<golden::permute_rank_4>([](auto x) { return dl::permute<3, 1, 0, 2>(x); });
}

BOOST_AUTO_TEST_CASE(transposes) {
  check::check_operation<golden::transpose_matrix>([](auto x) { return transpose(x); });
  check::check_values<golden::transpose_batch>([](auto x) { return transpose(x); });
}

}  // namespace
