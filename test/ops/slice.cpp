#include <hello_dl/ops/slice.hpp>

#include <golden/ops/slice.hpp>
#include <support/check_operation.hpp>

namespace {

namespace dl = hello_dl;

BOOST_AUTO_TEST_CASE(values_and_derivatives) {
  check::check_constant<golden::slice_square>([](auto x) { return dl::slice<0, 1, 2>(x * x); });
  check::check_values<golden::slice_whole>([](auto x) { return dl::slice<0, 0, 3>(x * x); });
  check::check_operation<golden::slice_first>([](auto x) { return dl::slice<0, 1, 3>(x); });
  check::check_operation<golden::slice_middle>([](auto x) { return dl::slice<-2, 2, 3>(x); });
  check::check_values<golden::slice_last>([](auto x) { return dl::slice<2, 0, 4>(x); });
}

}  // namespace
