// labels: threads
#include <hello_dl/runtime/inference.hpp>

#include <hello_dl/nn/linear.hpp>

#include <runtime/batches.hpp>

#include <algorithm>

namespace {

namespace dl = hello_dl;

struct model {
  dl::nn::linear<5, 7> hidden;
  dl::nn::linear<7, 3> output;
  constexpr auto operator()(const auto& x) const { return output(tanh(hidden(x))); }
};

using inference = dl::inference<model, dl::real_input<4, 5>>;
static_assert(inference::chunk_size == 4 && inference::sample_size == 5 && inference::result_size == 3);

const dl::parameters<model> learned{1};
const std::vector<float> samples = batches::reals<float>(12 * 5);

std::vector<float> answers(std::size_t count, int threads) {
  std::vector<float> results(count * 3, -99);
  inference{threads}(learned, std::span(samples).first(count * 5), results);
  return results;
}

BOOST_AUTO_TEST_CASE(an_incomplete_chunk_gives_what_a_whole_one_gives) {
  const std::vector<float> all = answers(12, 1);
  for (const std::size_t count : {0u, 1u, 3u, 4u, 5u, 8u, 11u})
    for (const int threads : {1, 2, 5}) {
      const std::vector<float> some = answers(count, threads);
      BOOST_TEST(std::equal(some.begin(), some.end(), all.begin()), count << " samples, " << threads << " threads");
    }
}

BOOST_AUTO_TEST_CASE(samples_do_not_depend_on_one_another) {
  std::vector<float> alone(3);
  inference one{};
  for (std::size_t i = 0; i < 12; ++i) {
    one(learned, std::span(samples).subspan(i * 5, 5), alone);
    const std::vector<float> all = answers(12, 1);
    BOOST_TEST(std::equal(alone.begin(), alone.end(), all.begin() + static_cast<std::ptrdiff_t>(i * 3)));
  }
}

BOOST_AUTO_TEST_CASE(sizes_that_do_not_fit_are_refused_in_a_sentence) {
  std::vector<float> results(6);
  const auto refuse = [&](std::size_t elements, const std::string& sentence) {
    BOOST_CHECK_EXCEPTION(inference{}(learned, std::span(samples).first(elements), results), std::invalid_argument,
                          [&](const std::invalid_argument& e) { return e.what() == sentence; });
  };
  const std::string rule = " input elements and 6 result elements do not fit, expected 5 and 3 for each sample";
  refuse(9, "inference: 9" + rule);
  refuse(15, "inference: 15" + rule);
}

}  // namespace
