#include <hello_dl/ops/compare.hpp>

#include <golden/ops/compare.hpp>
#include <support/check_operation.hpp>

namespace {

template <const auto& Golden, class F>
void check_comparison(const F& f) {
  check::check_constant<Golden>(f);
  check::check_values<Golden>(f);
}

BOOST_AUTO_TEST_CASE(values_and_no_gradients) {
  check_comparison<golden::equal>([](auto x, auto y) { return x == y; });
  check_comparison<golden::not_equal>([](auto x, auto y) { return x != y; });
  check_comparison<golden::less>([](auto x, auto y) { return x < y; });
  check_comparison<golden::less_equal>([](auto x, auto y) { return x <= y; });
  check_comparison<golden::greater>([](auto x, auto y) { return x > y; });
  check_comparison<golden::greater_equal>([](auto x, auto y) { return x >= y; });
}

}  // namespace
