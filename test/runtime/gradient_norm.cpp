// labels: threads
// A clipped optimiser in a trainer: how far a step goes, the same bits for any number of threads, and no allocation.
#include <hello_dl/hello_dl.hpp>

#include <runtime/batches.hpp>
#include <support/allocations.hpp>

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <cstring>
#include <limits>

namespace {

namespace dl = hello_dl;

/// Some slices of the norm, and a last one that is neither whole nor whole vectors.
struct model {
  dl::nn::linear<31, 257> hidden;
  dl::nn::linear<257, 3> output;
  constexpr auto operator()(const auto& x) const { return output(tanh(hidden(x))); }
};
static_assert(dl::parameter_count<model>() > 8192 && dl::parameter_count<model>() % 16 != 0);

struct objective {
  constexpr auto operator()(const model& m, const auto& x, const auto& labels) const {
    return dl::cross_entropy(m(x), labels);
  }
};

using optimiser = dl::clipped<dl::sgd>;
using trainer = dl::trainer<model, objective, dl::chunk<dl::real_input<3, 31>, dl::index_input<3>>, optimiser>;

constexpr std::size_t most_chunks = 5;
const std::vector<float> x = batches::reals<float>(most_chunks * 3 * 31);
const std::vector<std::int32_t> labels = batches::labels(most_chunks * 3, 3);

trainer trainer_with(const optimiser& with, int threads = 1) { return {3, with, most_chunks * 3, threads}; }

void step(trainer& t, std::size_t chunks) {
  t.step(std::span(x).first(chunks * 3 * 31), std::span(labels).first(chunks * 3));
}

std::vector<float> weights(const trainer& t) { return {t.learned().values().begin(), t.learned().values().end()}; }

/// How far the weights go in a step, divided by the learning rate.
double step_length(trainer& t, std::size_t chunks) {
  const std::vector<float> before = weights(t);
  step(t, chunks);
  double squares = 0;
  for (std::size_t i = 0; i < before.size(); ++i)
    squares += std::pow(static_cast<double>(t.learned().values()[i]) - static_cast<double>(before[i]), 2);
  return std::sqrt(squares) / t.optimiser.lr;
}

BOOST_AUTO_TEST_CASE(a_step_is_as_long_as_the_gradient_or_max_norm) {
  for (const std::size_t chunks : {std::size_t{1}, most_chunks}) {
    trainer t = trainer_with({dl::sgd{.lr = 1}, 0.125});
    BOOST_TEST(step_length(t, chunks) == 0.125, boost::test_tools::tolerance(1e-4));
    BOOST_TEST(t.gradient_norm() > 0.125);
    t.optimiser.max_norm = std::numeric_limits<double>::infinity();
    const double length = step_length(t, chunks);
    BOOST_TEST(t.gradient_norm() == length, boost::test_tools::tolerance(1e-4));
  }
}

BOOST_AUTO_TEST_CASE(the_same_bits_for_any_number_of_threads) {
  const optimiser often{dl::sgd{.lr = 0.1, .momentum = 0.9}, 0.5};
  for (const std::size_t chunks : {std::size_t{1}, most_chunks}) {
    trainer alone = trainer_with(often);
    for (int i = 0; i < 20; ++i) step(alone, chunks);
    for (const int threads : {2, 3, 7}) {
      trainer together = trainer_with(often, threads);
      for (int i = 0; i < 20; ++i) step(together, chunks);
      BOOST_TEST(together.gradient_norm() == alone.gradient_norm());
      const std::vector<float> a = weights(alone), b = weights(together);
      BOOST_TEST(std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0, chunks << " chunks, " << threads << " threads");
    }
  }
}

BOOST_AUTO_TEST_CASE(a_step_allocates_nothing) {
  for (const int threads : {1, 3}) {
    trainer t = trainer_with({dl::sgd{}, 0.5}, threads);
    BOOST_TEST(check::allocations_in([&] { step(t, most_chunks); }) == 0);
  }
}

}  // namespace
