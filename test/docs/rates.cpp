// docs/tutorial/5-training-that-behaves.md: a learning rate too large, and what keeps a training on its way
#include <hello_dl/hello_dl.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>
#include <vector>

namespace dl = hello_dl;

namespace {

//[network
struct network {
  dl::nn::linear<2, 16, dl::init::kaiming_normal> first;
  dl::nn::linear<16, 1> out;
  constexpr auto operator()(const auto& x) const { return out(relu(first(x))); }
};
struct objective {
  constexpr auto operator()(const network& model, const auto& x, const auto& y) const { return dl::mse_loss(model(x), y); }
};
using inputs = dl::real_input<8, 2>;
using trainer = dl::trainer<network, objective, dl::chunk<inputs, dl::real_input<8, 1>>, dl::clipped<dl::sgd>, double>;
//]
constexpr double unclipped = std::numeric_limits<double>::infinity();
using numbers = std::vector<double>;

/// The product of two numbers, measured badly.
struct products {
  numbers x, y;

  products(std::uint64_t seed, dl::extent count, double noise) {
    for (std::uint64_t i = 0; i < static_cast<std::uint64_t>(count); ++i) {
      const double a = dl::normal<double>(seed, 0, i), b = dl::normal<double>(seed, 1, i);
      x.insert(x.end(), {a, b});
      y.push_back(a * b + noise * dl::normal<double>(seed, 2, i));
    }
  }
};

const products train{1, 256, 0.5}, test{2, 256, 0};

/// One step with the next eight samples. Returns the loss on these, before the step.
double next_step(trainer& t) {
  const std::size_t i = static_cast<std::size_t>(t.step_count() % 32) * 8;
  return t.step({train.x.data() + 2 * i, 16}, {train.y.data() + i, 8});
}

//[explode
void explode() {
  trainer t{1, {dl::sgd{.lr = 0.1}, unclipped}, 8};
  std::printf("losses:");
  try {
    for (;;) std::printf(" %.0e", next_step(t));
  } catch (const dl::not_finite& error) {
    std::printf("\n%s\n", error.what());
  }
}
//]

double test_loss(const dl::parameters<network, double>& learned) {
  numbers answers(test.y.size());
  dl::inference<network, inputs, double>{}(learned, test.x, answers);
  double sum = 0;
  for (std::size_t i = 0; i < answers.size(); ++i) sum += std::pow(answers[i] - test.y[i], 2);
  return sum / static_cast<double>(answers.size());
}

//[recipe
void train_with(const char* name, double lr, long warm_up, double max_norm) {
  trainer t{1, {dl::sgd{}, max_norm}, 8};
  dl::moving_average average{t.learned(), 0.98};
  const dl::linear_lr rate{.lr = lr, .start_factor = 0.1, .total_iters = warm_up};
  double largest = 0;
  for (long step = 0; step < 500; ++step) {
    t.optimiser.lr = rate(step);
    next_step(t);
    largest = std::max(largest, t.gradient_norm());
    average.update(t.learned());
  }
  std::printf("%-22s%10.0f%10.2f%10.2f\n", name, largest, test_loss(t.learned()), test_loss(average.learned()));
}
//]

}  // namespace

int main() {
  explode();
  //[main
  std::puts("                         largest      loss   loss of\n                        gradient             average");
  train_with("lr 0.01", 0.01, 0, unclipped);
  train_with("lr 0.03", 0.03, 0, unclipped);
  train_with("lr 0.1, warm-up", 0.1, 50, unclipped);
  train_with("lr 0.1, clipped", 0.1, 0, 1);
  train_with("lr 0.1, both", 0.1, 50, 1);
  train_with("lr 0.3, both", 0.3, 50, 1);
  //]
}
