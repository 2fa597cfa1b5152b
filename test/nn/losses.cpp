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

BOOST_AUTO_TEST_CASE(smoothed_labels) {
  constexpr auto tenth = [](auto logits, auto labels) { return cross_entropy(logits, labels, {.label_smoothing = 0.1}); };
  constexpr auto whole = [](auto logits, auto labels) { return cross_entropy(logits, labels, {.label_smoothing = 1}); };
  check::check_constant<golden::cross_entropy_smooth_small>(tenth);
  check::check_operation<golden::cross_entropy_smooth>(tenth);
  check::check_values<golden::cross_entropy_smooth_large>(tenth);
  check::check_operation<golden::cross_entropy_smooth_whole>(whole);
}

BOOST_AUTO_TEST_CASE(binary_cross_entropies) {
  constexpr auto f = [](auto logits, auto target) { return binary_cross_entropy_with_logits(logits, target); };
  check::check_constant<golden::binary_cross_entropy_3>(f);
  check::check_operation<golden::binary_cross_entropy>(f);
  check::check_values<golden::binary_cross_entropy_large>(f);
  static_assert(dl::evaluate(f, 20.25, 1.0) == -dl::evaluate([](auto x) { return log_sigmoid(x); }, 20.25));
}

BOOST_AUTO_TEST_CASE(mean_absolute_error) {
  constexpr auto f = [](auto x, auto target) { return l1_loss(x, target); };
  check::check_constant<golden::l1_loss_3>(f);
  check::check_operation<golden::l1_loss>(f);
  check::check_values<golden::l1_loss_kinks>(f);
}

BOOST_AUTO_TEST_CASE(huber) {
  constexpr auto f = [](auto x, auto target) { return huber_loss(x, target); };
  constexpr auto half = [](auto x, auto target) { return huber_loss(x, target, 0.5); };
  check::check_constant<golden::huber_loss_3>(f);
  check::check_operation<golden::huber_loss>(f);
  check::check_values<golden::huber_loss_kinks>(f);
  check::check_operation<golden::huber_loss_delta>(half);
}

BOOST_AUTO_TEST_CASE(smooth_mean_absolute_error) {
  constexpr auto f = [](auto x, auto target) { return smooth_l1_loss(x, target); };
  constexpr auto half = [](auto x, auto target) { return smooth_l1_loss(x, target, 0.5); };
  check::check_operation<golden::smooth_l1_loss>(f);
  check::check_values<golden::smooth_l1_loss_kinks>(f);
  check::check_operation<golden::smooth_l1_loss_beta>(half);
}

}  // namespace
