#include <hello_dl/ops/max.hpp>

#include <golden/ops/max.hpp>
#include <support/check_operation.hpp>

namespace {

namespace dl = hello_dl;

BOOST_AUTO_TEST_CASE(axes) {
  check::check_values<golden::max_all>([](auto x) { return dl::max(x); });
  check::check_values<golden::max_first>([](auto x) { return dl::max<0>(x); });
  check::check_operation<golden::max_middle>([](auto x) { return dl::max<1>(x); });
  check::check_values<golden::max_last>([](auto x) { return dl::max<-1>(x); });
  check::check_values<golden::max_outer>([](auto x) { return dl::max<0, 2>(x); });
  check::check_values<golden::max_inner>([](auto x) { return dl::max<1, -1>(x); });
  check::check_values<golden::max_kept>([](auto x) { return dl::max<2, 0>(x, dl::keepdim); });
}

BOOST_AUTO_TEST_CASE(sizes) {
  constexpr auto f = [](auto x) { return dl::max(x); };
  check::check_values<golden::max_1>(f);
  check::check_constant<golden::max_3>(f);
  check::check_values<golden::max_17>(f);
  check::check_values<golden::max_33>(f);
  check::check_values<golden::max_rows>([](auto x) { return dl::max<1>(x); });
  check::check_values<golden::max_columns>([](auto x) { return dl::max<0>(x); });
}

BOOST_AUTO_TEST_CASE(ties_and_nan) {
  check::check_values<golden::max_ties>([](auto x) { return dl::max<1>(x); });
  check::check_values<golden::max_nan>([](auto x) { return dl::max(x); });
}

BOOST_AUTO_TEST_CASE(of_two_operands) {
  static_assert(dl::evaluate([](auto x, auto y) { return dl::max(x, y); }, 2.0, 3.0) == 3);
  static_assert(dl::evaluate([](auto x, auto y) { return dl::min(x, y); }, 2.0, 3.0) == 2);
}

}  // namespace
