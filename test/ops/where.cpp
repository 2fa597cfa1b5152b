#include <hello_dl/ops/where.hpp>

#include <golden/ops/where.hpp>
#include <support/check_operation.hpp>

namespace {

BOOST_AUTO_TEST_CASE(values_and_derivatives) {
  constexpr auto f = [](auto condition, auto x, auto y) { return where(condition > 0.5, x, y); };
  check::check_constant<golden::where_broadcast>(f);
  check::check_operation<golden::where_same>(f);
  check::check_operation<golden::where_inner>(f);
}

}  // namespace
