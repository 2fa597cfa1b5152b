// xor-at-compile-time: a network that the compiler trains, before the program exists
#include <hello_dl/hello_dl.hpp>

#include <array>
#include <fstream>
#include <iomanip>
#include <iostream>

#include "common/run_main.hpp"

namespace dl = hello_dl;

namespace {

//[network
/// All that XOR can be asked, and what is true: +1 for "one of the two, not both", else -1.
constexpr dl::tensor<double, 4, 2> questions{0, 0, 0, 1, 1, 0, 1, 1};
constexpr dl::tensor<double, 4, 1> truth{-1, 1, 1, -1};

/// Two hidden values weigh both inputs, a score weighs the hidden values. Above 0 it says yes.
constexpr auto scores = [](auto w1, auto b1, auto w2, auto b2) {
  return matmul(tanh(matmul(questions, w1) + b1), w2) + b2;
};

/// -log(probability of the truth), the mean of the four.
constexpr auto loss = [](auto... weights) { return -mean(log_sigmoid(truth * scores(weights...))); };
//]

//[step
/// One step of training: each weight moves against its slope.
constexpr auto step = [](auto... weights) {
  return std::apply([=](auto... slopes) { return std::tuple{weights - 4 * slopes...}; },
                    dl::gradient(loss)(weights...));
};
//]

//[train
/// The nine numbers that are learned: w1, b1, w2, b2.
using network = std::tuple<dl::tensor<double, 2, 2>, dl::tensor<double, 2>, dl::tensor<double, 2, 1>, dl::tensor<double, 1>>;

/// The value of a formula with these weights.
constexpr auto value(auto formula, const network& weights) {
  return std::apply([=](const auto&... w) { return dl::evaluate(formula, w...); }, weights);
}

/// Random numbers between -1 and 1.
constexpr network untrained() {
  std::uint64_t count = 0;
  const auto fill = [&](auto& weight) {
    for (double& number : weight) number = 2 * dl::uniform<double>(1, 0, count++) - 1;
  };
  network weights{};
  std::apply([&](auto&... weight) { (fill(weight), ...); }, weights);
  return weights;
}

constexpr int steps = 100;

struct lesson {
  network weights = untrained();
  std::array<double, steps / 10 + 1> losses{value(loss, weights)};  ///< at the start and after every ten steps
};

constexpr lesson train() {
  lesson progress;
  for (std::size_t i = 1; i <= steps; ++i) {
    progress.weights = value(step, progress.weights);
    if (i % 10 == 0) progress.losses[i / 10] = value(loss, progress.weights);
  }
  return progress;
}
//]

//[checked
constexpr lesson learned = train();
constexpr auto answers = value(scores, learned.weights);

static_assert(answers[0] < 0 && answers[1] > 0 && answers[2] > 0 && answers[3] < 0);
static_assert(learned.losses.back() < 0.01);
//]

void print_losses() {
  std::cout << "step   loss\n" << std::fixed << std::setprecision(3);
  for (std::size_t i = 0; i < learned.losses.size(); ++i)
    std::cout << std::setw(4) << 10 * i << std::setw(7) << learned.losses[i] << '\n';
}

void print_answers() {
  std::cout << "\na  b   a xor b   score\n" << std::setprecision(2);
  for (dl::extent i = 0; i < 4; ++i)
    std::cout << static_cast<int>(questions[2 * i]) << "  " << static_cast<int>(questions[2 * i + 1])
              << (answers[i] > 0 ? "     yes  " : "     no   ") << std::setw(8) << answers[i] << '\n';
}

void print_network() {
  const auto& [w1, b1, w2, b2] = learned.weights;
  std::cout << std::showpos << "\nh     = tanh(" << w1[0] << " a " << w1[2] << " b " << b1[0] << ")\nk     = tanh(" << w1[1] << " a "
            << w1[3] << " b " << b1[1] << ")\nscore = " << w2[0] << " h " << w2[1] << " k " << b2[0] << '\n' << std::noshowpos;
}

/// The processor time that the compiler took for this file: cmake/timed.sh has written it while building.
double compile_seconds() {
  std::ifstream file{HELLO_DL_COMPILE_TIME};
  std::string shell;
  double minutes = 0, seconds = 0;
  char unit = 0;
  if (!(std::getline(file, shell) >> minutes >> unit >> seconds))
    throw std::runtime_error{"expected the compiler's time in " HELLO_DL_COMPILE_TIME ", which the build writes"};
  return 60 * minutes + seconds;
}

void run(const samples::train_options&) {
  print_losses();
  print_answers();
  print_network();
  std::cout << "\nthe compiler took " << std::setprecision(1) << compile_seconds() << " s to learn this and to compile the rest\n";
}

const samples::sample_description description{
    .name = "xor-at-compile-time",
    .purpose = "Prints what a network learned while this program was compiled: the compiler\n"
               "trained it. Nothing is left to learn when the program runs.",
    .options = {}};

}  // namespace

int main(int argc, char** argv) { return samples::run_main(argc, argv, description, run); }
