#include <hello_dl/ops/cross_entropy.hpp>

#include <golden/ops/cross_entropy.hpp>
#include <support/check_operation.hpp>

namespace {

namespace dl = hello_dl;

constexpr auto f = [](auto logits, auto labels) { return cross_entropy_rows(logits, labels); };

BOOST_AUTO_TEST_CASE(values_and_derivatives) {
  check::check_constant<golden::cross_entropy_3>(f);
  check::check_values<golden::cross_entropy_1>(f);
  check::check_operation<golden::cross_entropy_17>(f);
  check::check_operation<golden::cross_entropy_33>(f);
}

BOOST_AUTO_TEST_CASE(a_label_outside_gives_nan_and_no_gradient_of_any_order) {
  constexpr dl::tensor<double, 3, 2> logits{1, 2, 3, 5, 8, 13};
  constexpr dl::tensor<std::int32_t, 3> labels{-1, 2, 0};
  const auto losses = dl::evaluate(f, logits, labels);
  BOOST_TEST(std::isnan(losses[0]));
  BOOST_TEST(std::isnan(losses[1]));
  BOOST_TEST(losses[2] > 5);
  constexpr dl::tensor<double, 3> upstream{1, 1, 1};
  const auto gradient = std::get<0>(dl::vjp(f)(logits, labels, upstream));
  const auto second = dl::evaluate(dl::gradient<0>(check::squared_gradients<decltype(f)>{}), logits, labels, upstream);
  for (const dl::extent i : {0, 1, 2, 3}) {
    BOOST_TEST(gradient[i] == 0);
    BOOST_TEST(second[i] == 0);
  }
  BOOST_TEST(gradient[4] < 0);
}

}  // namespace
