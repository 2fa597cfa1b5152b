#include <hello_dl/ops/softmax.hpp>

#include <golden/ops/softmax.hpp>
#include <support/check_operation.hpp>

namespace {

namespace dl = hello_dl;

BOOST_AUTO_TEST_CASE(values_and_derivatives) {
  constexpr auto f = [](auto x) { return softmax(x); };
  check::check_constant<golden::softmax_3>(f);
  check::check_values<golden::softmax_1>(f);
  check::check_operation<golden::softmax_17>(f);
  check::check_values<golden::softmax_31>(f);
  check::check_values<golden::softmax_large>(f);
}

BOOST_AUTO_TEST_CASE(other_axes) {
  check::check_values<golden::softmax_first>([](auto x) { return dl::softmax<0>(x); });
  check::check_operation<golden::softmax_middle>([](auto x) { return dl::softmax<-2>(x); });
  check::check_values<golden::softmax_columns>([](auto x) { return dl::softmax<0>(x); });
}

}  // namespace
