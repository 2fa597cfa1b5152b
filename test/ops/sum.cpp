#include <hello_dl/ops/sum.hpp>

#include <golden/ops/sum.hpp>
#include <support/check_operation.hpp>

namespace {

namespace dl = hello_dl;

BOOST_AUTO_TEST_CASE(axes) {
  check::check_operation<golden::sum_all>([](auto x) { return dl::sum(x); });
  check::check_values<golden::sum_first>([](auto x) { return dl::sum<0>(x); });
  check::check_operation<golden::sum_middle>([](auto x) { return dl::sum<1>(x); });
  check::check_values<golden::sum_last>([](auto x) { return dl::sum<-1>(x); });
  check::check_values<golden::sum_outer>([](auto x) { return dl::sum<0, 2>(x); });
  check::check_values<golden::sum_inner>([](auto x) { return dl::sum<1, -1>(x); });
  check::check_values<golden::sum_kept>([](auto x) { return dl::sum<2, 0>(x, dl::keepdim); });
}

BOOST_AUTO_TEST_CASE(sizes) {
  constexpr auto f = [](auto x) { return dl::sum(x); };
  check::check_values<golden::sum_1>(f);
  check::check_constant<golden::sum_3>(f);
  check::check_values<golden::sum_17>(f);
  check::check_values<golden::sum_31>(f);
  check::check_values<golden::sum_33>(f);
  check::check_values<golden::sum_rows>([](auto x) { return dl::sum<1>(x); });
  check::check_values<golden::sum_columns>([](auto x) { return dl::sum<0>(x); });
}

}  // namespace
