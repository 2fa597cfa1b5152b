// A training that meets a number that is not finite stops, and says where it was first.
#include <hello_dl/hello_dl.hpp>

#include <limits>

namespace {

namespace dl = hello_dl;

/// The logarithm of the second layer's result: infinite where that is 0, not a number where it is negative.
struct model {
  dl::nn::linear<2, 3> hidden;
  dl::nn::linear<3, 1> out;
  constexpr auto operator()(const auto& x) const { return log(out(exp(hidden(x)))); }
};
struct objective {
  constexpr auto operator()(const model& m, const auto& x) const { return mean(m(x)); }
};

/// The square root's derivative is infinite at 0, where the root is not.
struct root_model {
  dl::nn::linear<2, 1> out;
  constexpr auto operator()(const auto& x) const { return sqrt(out(x)); }
};
struct root_objective {
  constexpr auto operator()(const root_model& m, const auto& x) const { return mean(m(x)); }
};

constexpr dl::extent chunk_size = 2;
template <class Model, class Objective>
using trainer_of = dl::trainer<Model, Objective, dl::chunk<dl::real_input<chunk_size, 2>>, dl::sgd>;

template <class Model>
void fill(dl::parameters<Model>& learned, float value) {
  std::ranges::fill(learned.values(), value);
}

std::vector<float> weights_of(const auto& trainer) { return {trainer.learned().values().begin(), trainer.learned().values().end()}; }

/// The sentence with which a step with these inputs ends; empty if it does not fail.
std::string failure(auto& trainer, std::vector<float> inputs) {
  try {
    trainer.step(inputs);
    return {};
  } catch (const dl::not_finite& error) {
    return error.what();
  }
}

const float inf = std::numeric_limits<float>::infinity();

struct two_chunks {
  trainer_of<model, objective> trainer{1, dl::sgd{.lr = 0.1}, 2 * chunk_size, 2};
  two_chunks() { fill(trainer.learned(), 0.5f); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(a_step_that_meets_what_is_not_finite, two_chunks)

BOOST_AUTO_TEST_CASE(finite_numbers_are_no_failure) {
  trainer.check_every_node = true;
  BOOST_TEST(failure(trainer, std::vector<float>(8, 1.0f)) == "");
  BOOST_TEST(trainer.step_count() == 1);
}

BOOST_AUTO_TEST_CASE(names_the_node_and_changes_nothing) {
  BOOST_TEST(failure(trainer, std::vector<float>(8, 1.0f)) == "");
  const std::vector<float> before = weights_of(trainer);
  BOOST_TEST(failure(trainer, {1, 1, 1, 1, 1, 1, 1000, 1000}) == "step 2: the loss is inf; the first that is not finite: exp in hidden");
  BOOST_TEST(weights_of(trainer) == before, boost::test_tools::per_element());
  BOOST_TEST(failure(trainer, std::vector<float>(8, 1.0f)) == "");
  BOOST_TEST(trainer.step_count() == 2);
}

BOOST_AUTO_TEST_CASE(names_an_input) {
  BOOST_TEST(failure(trainer, {1, 1, 1, 1, 1, inf, 1, 1}) == "step 1: the loss is inf; the first that is not finite: input 0");
}

BOOST_AUTO_TEST_CASE(names_a_parameter) {
  trainer.learned()[2].values[1] = std::nanf("");
  BOOST_TEST(failure(trainer, std::vector<float>(8, 1.0f)) == "step 1: the loss is nan; the first that is not finite: parameter out.weight");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_CASE(a_gradient_is_found_only_if_every_node_is_looked_at) {
  trainer_of<root_model, root_objective> trainer{1, dl::sgd{.lr = 0.1}, 2 * chunk_size};
  fill(trainer.learned(), 0);
  trainer.check_every_node = true;
  const std::string sentence = failure(trainer, std::vector<float>(8, 1.0f));
  BOOST_TEST(sentence == "step 1: the loss is 0.000000; the first that is not finite: divide on the way back through out");
  BOOST_TEST(weights_of(trainer) == std::vector<float>(3, 0.0f), boost::test_tools::per_element());
  trainer.check_every_node = false;
  BOOST_TEST(failure(trainer, std::vector<float>(8, 1.0f)) == "");
  BOOST_TEST(failure(trainer, std::vector<float>(8, 1.0f)) == "step 2: the loss is nan; the first that is not finite: parameter out.weight");
}

BOOST_AUTO_TEST_CASE(a_batch_of_one_chunk_stops_too) {
  trainer_of<model, objective> trainer{1, dl::sgd{.lr = 0.1}, chunk_size};
  fill(trainer.learned(), 0.5f);
  BOOST_TEST(failure(trainer, std::vector<float>(4, 1000.0f)).starts_with("step 1: the loss is inf"));
}
