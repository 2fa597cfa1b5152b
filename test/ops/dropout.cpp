// labels: threads
// Dropout: what it leaves, how often, and what is independent of what.
#include <hello_dl/hello_dl.hpp>

#include <runtime/batches.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>

namespace {

namespace dl = hello_dl;

constexpr dl::extent rows = 3, columns = 331;  // no multiples of a random block
constexpr double p = 0.3;
constexpr dl::dropout_options options{.p = p};

struct model {
  dl::parameter<dl::shape<columns>, dl::init::ones> scale;
  constexpr auto operator()(const auto& x) const { return dl::dropout<options>(x * scale); }
};

/// Gives what two masks leave of the same values.
struct objective {
  constexpr auto operator()(const model& m, const auto& x) const {
    const auto first = m(x), second = m(x);
    return std::tuple{sum(first), first, second};
  }
};

template <class T>
using trainer = dl::trainer<model, objective, dl::chunk<dl::real_input<rows, columns>>, dl::sgd, T>;

constexpr std::size_t chunks = 5, count = chunks * rows * columns;

struct masks {
  std::vector<float> first, second;
};

/// In each step anew, for values that are all 1.
std::vector<masks> masks_of(std::uint64_t seed, int steps, int threads = 1) {
  trainer<float> t{seed, dl::sgd{.lr = 0}, chunks * rows, threads};
  const std::vector<float> x(count, 1);
  std::vector<masks> result;
  for (int step = 0; step < steps; ++step) {
    t.step(x);
    result.push_back({{t.result(0).begin(), t.result(0).end()}, {t.result(1).begin(), t.result(1).end()}});
  }
  return result;
}

std::size_t left_by(const std::vector<float>& mask) {
  return static_cast<std::size_t>(std::ranges::count_if(mask, [](float value) { return value != 0; }));
}
std::size_t left_by_both(std::span<const float> a, std::span<const float> b) {
  std::size_t both = 0;
  for (std::size_t i = 0; i < a.size(); ++i) both += a[i] != 0 && b[i] != 0;
  return both;
}

/// Whether `found` of `all` is what a probability gives, within five standard deviations.
bool is_likely(std::size_t found, std::size_t all, double probability) {
  const double n = static_cast<double>(all), deviation = std::sqrt(n * probability * (1 - probability));
  return std::abs(static_cast<double>(found) - n * probability) < 5 * deviation;
}

BOOST_AUTO_TEST_CASE(leaves_the_right_share_and_scales_it) {
  for (const masks& step : masks_of(1, 20)) {
    BOOST_TEST(is_likely(left_by(step.first), count, 1 - p));
    BOOST_TEST(std::ranges::all_of(step.first, [](float y) { return y == 0 || y == static_cast<float>(1 / (1 - p)); }));
  }
}

BOOST_AUTO_TEST_CASE(steps_masks_seeds_chunks_and_neighbours_are_independent) {
  const double both = (1 - p) * (1 - p);
  const std::vector<masks> one = masks_of(1, 20), other = masks_of(2, 1);
  for (std::size_t step = 0; step < one.size(); ++step) {
    const std::span<const float> mask = one[step].first;
    BOOST_TEST(is_likely(left_by_both(mask, one[step].second), count, both));
    BOOST_TEST(is_likely(left_by_both(mask, one[(step + 1) % one.size()].first), count, both));
    BOOST_TEST(is_likely(left_by_both(mask.first(count - 1), mask.subspan(1)), count - 1, both));
    const std::size_t chunk = count / chunks;
    BOOST_TEST(is_likely(left_by_both(mask.first(count - chunk), mask.subspan(chunk)), count - chunk, both));
  }
  BOOST_TEST(is_likely(left_by_both(one[0].first, other[0].first), count, both));
}

BOOST_AUTO_TEST_CASE(is_the_same_for_the_same_seed_and_any_number_of_threads) {
  const std::vector<masks> alone = masks_of(3, 3);
  for (const int threads : {1, 2, 3}) {
    const std::vector<masks> again = masks_of(3, 3, threads);
    for (std::size_t step = 0; step < alone.size(); ++step)
      BOOST_TEST((again[step].first == alone[step].first && again[step].second == alone[step].second));
  }
}

/// The gradient of sum(dropout(x scale)) with respect to the scale is the sum of what is left of x; a step of rate 1 takes it off.
BOOST_AUTO_TEST_CASE(the_gradient_has_the_same_mask) {
  trainer<double> t{4, dl::sgd{.lr = 1}, rows};
  const std::vector<double> x = batches::reals<double>(static_cast<std::size_t>(rows * columns));
  t.step(x);
  const std::span<const double> left = t.result(0);
  for (std::size_t column = 0; column < columns; ++column) {
    double gradient = 0;
    for (std::size_t row = 0; row < rows; ++row) gradient += left[row * columns + column];
    BOOST_TEST(std::abs(t.learned().values()[column] - (1 - gradient)) < 1e-14);
  }
}

BOOST_AUTO_TEST_CASE(does_nothing_in_evaluation) {
  const dl::parameters<model> learned{1};
  const std::vector<float> x = batches::reals<float>(static_cast<std::size_t>(rows * columns));
  std::vector<float> y(x.size());
  dl::inference<model, dl::real_input<rows, columns>>{}(learned, x, y);
  BOOST_TEST(y == x);
}

// In the compiler, the program of a training step draws the same bits.
constexpr auto compiled_mask = [] {
  using program = trainer<double>::program;
  struct {
    double scale[columns], x[rows * columns], loss[1], gradient[columns], first[rows * columns], second[rows * columns];
    double arena[dl::arena_elements<program, double> + 1];
  } m{};
  std::ranges::fill(m.scale, 1.0);
  std::ranges::fill(m.x, 1.0);
  const double* const inputs[] = {m.x};
  double* const outputs[] = {m.loss, m.gradient, m.first, m.second};
  dl::run<program, double>(dl::memory<double>{inputs, nullptr, m.scale, outputs, m.arena, {1, 1, 0}});
  return std::to_array(m.first);
}();
BOOST_AUTO_TEST_CASE(is_the_same_in_a_constant_expression) {
  const std::vector<float> mask = masks_of(1, 1)[0].first;
  for (std::size_t i = 0; i < compiled_mask.size(); ++i) BOOST_TEST(static_cast<float>(compiled_mask[i]) == mask[i]);
}

// The edges need no mask.
struct edges {
  constexpr auto operator()(const model& m, const auto& x) const {
    return std::tuple{sum(m.scale), dl::dropout<dl::dropout_options{.p = 0}>(x),
                      dl::dropout<dl::dropout_options{.p = 1}>(x)};
  }
};
BOOST_AUTO_TEST_CASE(of_nothing_and_of_all) {
  dl::trainer<model, edges, dl::chunk<dl::real_input<1, 3>>, dl::sgd> t{1, dl::sgd{}, 1};
  t.step(std::vector<float>{1, 2, 3});
  BOOST_TEST((t.result(0)[1] == 2 && t.result(1)[1] == 0));
}

}  // namespace
