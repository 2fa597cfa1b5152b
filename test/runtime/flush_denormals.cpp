// labels: threads
// Denormal numbers count as zero in training and inference, on every thread, and nowhere else.
#include <hello_dl/hello_dl.hpp>

#include <limits>

namespace {

namespace dl = hello_dl;

constexpr bool has_effect = dl::detail::flush_bits != 0;
constexpr float tiny = std::numeric_limits<float>::min() / 4;

/// Whether this thread computes with zero for denormal numbers now.
bool flushes() {
  volatile float operand = tiny;
  return operand * 2 == 0;
}

BOOST_AUTO_TEST_CASE(as_long_as_one_exists) {
  BOOST_TEST(!flushes());
  {
    const dl::flush_denormals outer;
    BOOST_TEST(flushes() == has_effect);
    {
      const dl::flush_denormals inner;
      BOOST_TEST(flushes() == has_effect);
    }
    BOOST_TEST(flushes() == has_effect);
  }
  BOOST_TEST(!flushes());
}

/// One weight; the gradient of the loss is the mean of the inputs.
struct model {
  dl::parameter<dl::shape<1>> weight;
  constexpr auto operator()(const auto& x) const { return x * weight; }
};
struct objective {
  constexpr auto operator()(const model& m, const auto& x) const { return mean(m(x)); }
};
using input = dl::real_input<2, 1>;
const std::vector<float> inputs(3 * 2, tiny);

BOOST_AUTO_TEST_CASE(in_every_chunk_of_a_training_step) {
  for (const int threads : {1, 3}) {
    dl::trainer<model, objective, dl::chunk<input>, dl::sgd> t{0, {.lr = 1e30}, 6, threads};
    t.step(inputs);
    BOOST_TEST((t.learned().values()[0] == 0) == has_effect, threads << " threads");
    BOOST_TEST(!flushes());
  }
}

BOOST_AUTO_TEST_CASE(in_every_chunk_of_an_inference) {
  const dl::parameters<model> learned{0};
  learned.values()[0] = 1;
  for (const int threads : {1, 3}) {
    std::vector<float> results(6, 1);
    dl::inference<model, input>{threads}(learned, inputs, results);
    BOOST_TEST(results == std::vector<float>(6, has_effect ? 0 : tiny), boost::test_tools::per_element());
    BOOST_TEST(!flushes());
  }
}

/// Moments that decay to nothing: the step is what the formula of adam gives for moments of 0.
BOOST_AUTO_TEST_CASE(adam_with_denormal_moments_leaves_the_parameter) {
  const dl::flush_denormals flush;
  volatile float moment = tiny;  // or the compiler would do the step
  float parameter = 0, mean = moment, square = moment;
  float* const state[] = {&mean, &square};
  dl::adam{.lr = 1e30, .eps = 1e-8}.rule<float>(1000)(&parameter, state, 0, 0.0f);
  BOOST_TEST((parameter == 0 && mean == 0 && square == 0) == has_effect);
}

}  // namespace
