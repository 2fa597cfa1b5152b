#include <hello_dl/ops/softmax.hpp>

#include <golden/ops/log_softmax.hpp>
#include <support/check_operation.hpp>

namespace {

namespace dl = hello_dl;

BOOST_AUTO_TEST_CASE(values_and_derivatives) {
  constexpr auto f = [](auto x) { return log_softmax(x); };
  check::check_constant<golden::log_softmax_3>(f);
  check::check_values<golden::log_softmax_1>(f);
  check::check_operation<golden::log_softmax_17>(f);
  check::check_values<golden::log_softmax_31>(f);
  check::check_values<golden::log_softmax_large>(f);
}

BOOST_AUTO_TEST_CASE(other_axes) {
  check::check_values<golden::log_softmax_first>([](auto x) { return dl::log_softmax<0>(x); });
  check::check_operation<golden::log_softmax_middle>([](auto x) { return dl::log_softmax<-2>(x); });
  check::check_values<golden::log_softmax_columns>([](auto x) { return dl::log_softmax<0>(x); });
}

}  // namespace
