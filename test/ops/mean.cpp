#include <hello_dl/ops/mean.hpp>

#include <golden/ops/mean.hpp>
#include <support/check_operation.hpp>

namespace {

namespace dl = hello_dl;

BOOST_AUTO_TEST_CASE(values_and_derivatives) {
  check::check_constant<golden::mean_3>([](auto x) { return dl::mean(x); });
  check::check_values<golden::mean_1>([](auto x) { return dl::mean(x); });
  check::check_operation<golden::mean_all>([](auto x) { return dl::mean(x); });
  check::check_values<golden::mean_middle>([](auto x) { return dl::mean<1>(x); });
  check::check_values<golden::mean_kept>([](auto x) { return dl::mean<0, 2>(x, dl::keepdim); });
}

}  // namespace
