// labels: threads
// Training: the same bits for every number of threads, results beside the loss, and what is refused.
#include <hello_dl/runtime/trainer.hpp>

#include <hello_dl/nn/linear.hpp>
#include <hello_dl/nn/losses.hpp>
#include <hello_dl/optim/adam.hpp>

#include <runtime/batches.hpp>

#include <cmath>
#include <cstring>

namespace {

namespace dl = hello_dl;

/// Enough parameters for several slices of the update: 12,000 and some.
struct model {
  dl::nn::linear<20, 300> hidden;
  dl::nn::linear<300, 20> output;
  constexpr auto operator()(const auto& x) const { return output(tanh(hidden(x))); }
};

struct objective {
  constexpr auto operator()(const model& m, const auto& x, const auto& labels) const {
    const auto logits = m(x);
    return std::tuple{dl::cross_entropy(logits, labels), logits, dl::sum<1>(x)};
  }
};

using trainer = dl::trainer<model, objective, dl::chunk<dl::real_input<4, 20>, dl::index_input<4>>, dl::adam>;
static_assert(dl::parameter_count<model>() > 8192);

constexpr std::size_t samples = 7 * 4;  // chunks that no number of threads but 1 and 7 divides
const std::vector<float> x = batches::reals<float>(samples * 20);
const std::vector<std::int32_t> labels = batches::labels(samples, 20);

std::vector<float> learned_with(int threads, int steps) {
  trainer t{3, dl::adam{}, samples, threads};
  for (int step = 0; step < steps; ++step) t.step(x, labels);
  return {t.learned().values().begin(), t.learned().values().end()};
}

BOOST_AUTO_TEST_CASE(weights_are_bitwise_equal_for_any_number_of_threads) {
  const std::vector<float> alone = learned_with(1, 100);
  for (const int threads : {2, 3, 4, 7})
    BOOST_TEST(std::memcmp(learned_with(threads, 100).data(), alone.data(), alone.size() * sizeof(float)) == 0,
               threads << " threads");
}

BOOST_AUTO_TEST_CASE(the_loss_falls) {
  trainer t{3, dl::adam{.lr = 0.01}, samples};
  const float before = t.step(x, labels);
  for (int step = 0; step < 20; ++step) t.step(x, labels);
  BOOST_TEST(t.step(x, labels) < before / 2);
}

BOOST_AUTO_TEST_CASE(results_beside_the_loss_are_those_of_each_sample) {
  trainer t{3, dl::adam{}, samples, 2};
  const float loss = t.step(x, labels);
  BOOST_TEST_REQUIRE(t.result(0).size() == samples * 20);
  BOOST_TEST_REQUIRE(t.result(1).size() == samples);
  double mean = 0;
  for (std::size_t i = 0; i < samples; ++i) {
    const auto logits = t.result(0).subspan(i * 20, 20);
    double sum = 0, row = 0;
    for (const float logit : logits) sum += std::exp(double(logit));
    for (std::size_t k = 0; k < 20; ++k) row += double(x[i * 20 + k]);
    mean += (std::log(sum) - double(logits[static_cast<std::size_t>(labels[i])])) / samples;
    BOOST_TEST(std::abs(double(t.result(1)[i]) - row) < 1e-5);
  }
  BOOST_TEST(std::abs(mean - double(loss)) < 1e-5);
}

BOOST_AUTO_TEST_CASE(a_smaller_batch_needs_no_other_trainer) {
  trainer wide{3, dl::adam{}, samples}, narrow{3, dl::adam{}, 8};
  const auto some_x = std::span(x).first(8 * 20);
  const auto some_labels = std::span(labels).first(8);
  BOOST_TEST(wide.step(some_x, some_labels) == narrow.step(some_x, some_labels));
  const auto a = wide.learned().values(), b = narrow.learned().values();
  BOOST_TEST(std::equal(a.begin(), a.end(), b.begin(), b.end()));
}

BOOST_AUTO_TEST_CASE(the_learning_rate_may_change_between_steps) {
  trainer t{3, dl::adam{}, samples};
  t.step(x, labels);
  const std::vector<float> before(t.learned().values().begin(), t.learned().values().end());
  t.optimiser.lr = 0;
  t.step(x, labels);
  BOOST_TEST(std::equal(before.begin(), before.end(), t.learned().values().begin()));
}

template <class Call>
void check_refused(Call call, const std::string& sentence) {
  const auto says = [&](const std::invalid_argument& e) { return e.what() == sentence; };
  BOOST_CHECK_EXCEPTION(call(), std::invalid_argument, says);
}

BOOST_AUTO_TEST_CASE(batches_that_do_not_fit_are_refused_in_a_sentence) {
  check_refused([] { trainer(3, dl::adam{}, 6); }, "trainer: the batch must be a multiple of 4 samples, found 6");
  check_refused([] { trainer(3, dl::adam{}, 0); }, "trainer: the batch must be a multiple of 4 samples, found 0");
  check_refused([] { trainer(3, dl::adam{}, -4); }, "trainer: the batch must be a multiple of 4 samples, found -4");
  trainer t{3, dl::adam{}, 8};
  const auto step_with = [&](std::size_t numbers, std::size_t indices) {
    return [&t, numbers, indices] { t.step(std::span(x).first(numbers), std::span(labels).first(indices)); };
  };
  const std::string x_rule = ", expected a multiple of 80 for at most 2 chunks";
  check_refused(step_with(0, 0), "trainer: input 0 of a batch has 0 elements" + x_rule);
  check_refused(step_with(81, 4), "trainer: input 0 of a batch has 81 elements" + x_rule);
  check_refused(step_with(240, 12), "trainer: input 0 of a batch has 240 elements" + x_rule);
  check_refused(step_with(160, 4), "trainer: input 1 of a batch has 4 elements, expected a multiple of 4 for at most 2 chunks");
}

}  // namespace
