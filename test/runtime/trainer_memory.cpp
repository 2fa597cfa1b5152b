// labels: threads
// A training step, with one thread and with several, and inference allocate nothing.
#include <hello_dl/hello_dl.hpp>

#include <runtime/batches.hpp>
#include <support/allocations.hpp>

namespace {

namespace dl = hello_dl;

struct model {
  dl::nn::conv2d<1, 4, 3> conv;
  dl::nn::linear<64, 5> output;
  constexpr auto operator()(const auto& images) const {
    return output(flatten(dl::max_pool2d<2>(relu(conv(images)))));
  }
};

struct objective {
  constexpr auto operator()(const model& m, const auto& images, const auto& labels) const {
    const auto logits = m(images);
    return std::tuple{dl::cross_entropy(logits, labels), logits};
  }
};

using images = dl::real_input<2, 1, 10, 10>;
using trainer = dl::trainer<model, objective, dl::chunk<images, dl::index_input<2>>, dl::adam>;

using check::allocations_in;

BOOST_AUTO_TEST_CASE(a_step_allocates_nothing) {
  const std::vector<float> x = batches::reals<float>(6 * 100);
  const std::vector<std::int32_t> labels = batches::labels(6, 5);
  for (const int threads : {1, 3}) {
    const long for_the_trainer = allocations_in([&] {
      trainer t{1, dl::adam{}, 6, threads};
      BOOST_TEST(allocations_in([&] {
                   for (int step = 0; step < 10; ++step) t.step(x, labels);
                 }) == 0);
    });
    BOOST_TEST(for_the_trainer > 5);  // the count counts
  }
}

BOOST_AUTO_TEST_CASE(inference_allocates_nothing) {
  const std::vector<float> x = batches::reals<float>(5 * 100);
  std::vector<float> logits(5 * 5);
  const dl::parameters<model> learned{1};
  dl::inference<model, images> classify{2};
  BOOST_TEST(allocations_in([&] { classify(learned, x, logits); }) == 0);
}

}  // namespace
