#include <hello_dl/nn/losses.hpp>

#include <golden/nn/losses.hpp>
#include <support/check_operation.hpp>

namespace {

namespace dl = hello_dl;

BOOST_AUTO_TEST_CASE(negative_log_likelihood) {
  constexpr auto f = [](auto x, auto labels) { return nll_loss(x, labels); };
  check::check_constant<golden::nll_loss_one>(f);
  check::check_operation<golden::nll_loss>(f);
}

BOOST_AUTO_TEST_CASE(cross_entropies) {
  constexpr auto f = [](auto logits, auto labels) { return cross_entropy(logits, labels); };
  check::check_constant<golden::cross_entropy_small>(f);
  check::check_operation<golden::cross_entropy>(f);
  check::check_values<golden::cross_entropy_large>(f);
  constexpr dl::tensor<double, 1, 2> logits{1, 2};
  static_assert(dl::evaluate(f, logits, dl::tensor<std::int32_t, 1>{1}) > 0);
  BOOST_TEST(std::isnan(dl::evaluate(f, logits, dl::tensor<std::int32_t, 1>{2})));
}

BOOST_AUTO_TEST_CASE(mean_squared_error) {
  constexpr auto f = [](auto x, auto target) { return mse_loss(x, target); };
  check::check_constant<golden::mse_loss_3>(f);
  check::check_operation<golden::mse_loss>(f);
}

}  // namespace
