// The training in docs/optimisers.md: two spirals that wind around one another are told apart.
#include <hello_dl/hello_dl.hpp>

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <vector>

namespace {

namespace dl = hello_dl;

struct network {
  dl::nn::linear<2, 32> first;
  dl::nn::linear<32, 1> second;
  constexpr auto operator()(const auto& x) const { return second(tanh(first(x))); }
};

struct objective {
  constexpr auto operator()(const network& model, const auto& points, const auto& targets) const {
    return dl::binary_cross_entropy_with_logits(model(points), targets);
  }
};

constexpr std::size_t samples = 64;
using points = dl::real_input<16, 2>;
using targets = dl::real_input<16, 1>;

/// Points on two half turns, one opposite the other.
struct spirals {
  std::vector<float> points, targets;

  spirals() {
    for (std::size_t i = 0; i < samples; ++i) {
      const float angle = 3 * static_cast<float>(i) / samples, side = i % 2 == 0 ? 1.0f : -1.0f;
      points.insert(points.end(), {side * angle * std::cos(angle), side * angle * std::sin(angle)});
      targets.push_back(i % 2 == 0 ? 1.0f : 0.0f);
    }
  }
};

BOOST_AUTO_TEST_CASE(warm_up_cosine_clipping_and_an_average) {
  const spirals data;
  //[recipe
  using optimiser = dl::clipped<dl::adamw>;
  dl::trainer<network, objective, dl::chunk<points, targets>, optimiser> trainer{
      1, optimiser{dl::adamw{.weight_decay = 0.01}, 1.0}, samples};
  dl::moving_average average{trainer.learned(), 0.99};

  constexpr dl::sequential_lr rate{dl::linear_lr{.lr = 0.03, .start_factor = 0.1, .total_iters = 20}, 20,
                                   dl::cosine_annealing_lr{.lr = 0.03, .t_max = 480}};
  for (long step = 0; step < 500; ++step) {
    trainer.optimiser.lr = rate(step);
    trainer.step(data.points, data.targets);
    average.update(trainer.learned());
  }

  std::vector<float> logits(samples);
  dl::inference<network, points>{}(average.learned(), data.points, logits);
  //]
  int correct = 0;
  for (std::size_t i = 0; i < samples; ++i) correct += (logits[i] > 0) == (data.targets[i] == 1);
  BOOST_TEST(correct == static_cast<int>(samples));
}

//[own
/// Steps of equal length up or down: only the sign of the gradient counts.
struct sign_sgd {
  double lr = 1e-3;

  static constexpr std::array<const char*, 0> state_names{};  // nothing is kept for a parameter

  template <class T>
  struct rule_type {
    T lr;

    template <class V>  // T, or a vector of T
    constexpr void operator()(T* parameters, T* const*, dl::extent i, V gradient) const {
      const V p = dl::load<V>(parameters + i);
      dl::store(parameters + i, dl::select(gradient > V(0), p - V(lr), dl::select(gradient < V(0), p + V(lr), p)));
    }
  };

  /// What step number `step` does, counted from 1.
  template <class T>
  constexpr rule_type<T> rule(long) const {
    return {static_cast<T>(lr)};
  }
};
//]

BOOST_AUTO_TEST_CASE(an_optimiser_of_ones_own) {
  const spirals data;
  dl::trainer<network, objective, dl::chunk<points, targets>, sign_sgd> trainer{1, sign_sgd{.lr = 0.25}, samples};
  const std::vector<float> before(trainer.learned().values().begin(), trainer.learned().values().end());
  trainer.step(data.points, data.targets);
  for (std::size_t i = 0; i < before.size(); ++i)
    BOOST_TEST(std::abs(std::abs(trainer.learned().values()[i] - before[i]) - 0.25f) < 1e-6f);
}

}  // namespace
