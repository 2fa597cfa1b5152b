#include <hello_dl/ops/concat.hpp>

#include <golden/ops/concat.hpp>
#include <support/check_operation.hpp>

namespace {

namespace dl = hello_dl;

BOOST_AUTO_TEST_CASE(two_operands) {
  constexpr auto along_0 = [](auto x, auto y) { return dl::concat<0>(x, y); };
  check::check_constant<golden::concat_ones>(along_0);
  check::check_operation<golden::concat_first>(along_0);
  check::check_operation<golden::concat_middle>([](auto x, auto y) { return dl::concat<1>(x, y); });
  check::check_values<golden::concat_last>([](auto x, auto y) { return dl::concat<-1>(x, y); });
}

BOOST_AUTO_TEST_CASE(three_operands) {
  check::check_operation<golden::concat_three>([](auto x, auto y, auto z) { return pow(dl::concat<0>(x, y, z), 2); });
}

}  // namespace
