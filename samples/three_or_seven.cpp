// three-or-seven: tells 3 from 7, first by average images, then with one neuron that learns
#include <cmath>
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <numeric>

#include "common/contact_sheet.hpp"
#include "common/draw.hpp"
#include "common/learn.hpp"
#include "common/open_data.hpp"
#include "common/png.hpp"
#include "common/run_main.hpp"

namespace samples {
namespace {

constexpr std::size_t pixels = 784;
using pixel_values = std::vector<double>;

/// The threes and sevens of a data set, as numbers from 0 (paper) to 1 (ink).
struct two_digits {
  std::vector<float> images;   // [n, 784]
  std::vector<float> targets;  // [n]: +1 for a seven, -1 for a three

  std::size_t size() const { return targets.size(); }
  std::span<const float> image(std::size_t i) const { return {images.data() + i * pixels, pixels}; }
};

two_digits threes_and_sevens(const dl::dataset& data) {
  two_digits result;
  for (std::size_t i = 0; i < data.size(); ++i) {
    if (data.labels[i] != 3 && data.labels[i] != 7) continue;
    for (const std::uint8_t pixel : data.image(i)) result.images.push_back(static_cast<float>(pixel) / 255);
    result.targets.push_back(data.labels[i] == 7 ? 1.0f : -1.0f);
  }
  if (result.targets.empty()) throw std::runtime_error{"the data set has neither threes nor sevens"};
  return result;
}

//[dot
/// Each pixel times its weight, all added up.
double dot(std::span<const double> weights, std::span<const float> image) {
  return std::inner_product(weights.begin(), weights.end(), image.begin(), 0.0);
}
//]

//[judge
/// A seven if weights . image + bias > 0, else a three: the share of right answers.
double accuracy(const two_digits& data, const pixel_values& weights, double bias) {
  std::size_t correct = 0;
  for (std::size_t i = 0; i < data.size(); ++i)
    correct += (dot(weights, data.image(i)) + bias > 0) == (data.targets[i] > 0);
  return static_cast<double>(correct) / static_cast<double>(data.size());
}
//]

pixel_values average(const two_digits& data, float target) {
  pixel_values sum(pixels, 0.0);
  double count = 0;
  for (std::size_t i = 0; i < data.size(); ++i) {
    if (data.targets[i] != target) continue;
    for (std::size_t p = 0; p < pixels; ++p) sum[p] += static_cast<double>(data.image(i)[p]);
    ++count;
  }
  for (double& value : sum) value /= std::max(count, 1.0);
  return sum;
}

//[baseline
/// No learning at all: the average seven minus the average three. Ink where sevens have more of it
/// speaks for a seven, ink where threes have more speaks against. The bias puts the border halfway
/// between the two averages.
double difference_of_averages(const two_digits& data, pixel_values& weights) {
  const pixel_values three = average(data, -1), seven = average(data, 1);
  double bias = 0;
  for (std::size_t p = 0; p < pixels; ++p) {
    weights[p] = seven[p] - three[p];
    bias -= weights[p] * (seven[p] + three[p]) / 2;
  }
  return bias;
}
//]

//[neuron
/// One neuron: a weight for each pixel, and a bias.
struct neuron {
  dl::parameter<dl::shape<784, 1>> weight;
  dl::parameter<dl::shape<>> bias;

  constexpr auto operator()(const auto& images) const {
    return dl::reshape<16>(matmul(images, weight)) + bias;
  }
};

/// How wrong it is: -log(probability of the truth), where a seven has the probability
/// sigmoid(score). With targets of +1 and -1 that is log(1 + exp(-target * score)).
struct surprise {
  constexpr auto operator()(const auto& model, const auto& images, const auto& targets) const {
    const auto wrong = -targets * model(images);
    return mean(max(wrong, 0) + log(1 + exp(-abs(wrong))));  // exp never overflows
  }
};

using neuron_trainer =
    dl::trainer<neuron, surprise, dl::chunk<dl::real_input<16, 784>, dl::real_input<16>>, dl::sgd>;
//]

//[train
/// Passes over the data, sixteen images at a time, in their order.
void train(neuron_trainer& trainer, const two_digits& data, int epochs) {
  for (int epoch = 1; epoch <= epochs && !interrupted(); ++epoch) {
    double loss = 0;
    const std::size_t steps = data.size() / 16;
    for (std::size_t i = 0; i < steps; ++i)
      loss += static_cast<double>(trainer.step({data.images.data() + i * 16 * pixels, 16 * pixels},
                                               {data.targets.data() + i * 16, 16}));
    std::cout << "epoch " << epoch << ": mean loss " << loss / static_cast<double>(std::max<std::size_t>(steps, 1))
              << std::endl;
  }
}
//]

/// Values as a picture: the largest of them full ink, what is negative paper.
std::vector<std::uint8_t> as_ink(const pixel_values& values) {
  const double largest = std::max(*std::ranges::max_element(values), 1e-9);
  std::vector<std::uint8_t> ink;
  for (const double value : values)
    ink.push_back(static_cast<std::uint8_t>(std::lround(255 * std::max(value, 0.0) / largest)));
  return ink;
}

pixel_values negated(pixel_values values) {
  for (double& value : values) value = -value;
  return values;
}

void show_weights(const two_digits& data, const pixel_values& learned, const std::string& folder) {
  const std::vector<std::uint8_t> images[] = {as_ink(average(data, -1)), as_ink(average(data, 1)),
                                              as_ink(negated(learned)), as_ink(learned)};
  const std::string captions[] = {"the average 3", "the average 7", "speaks for 3", "speaks for 7"};
  std::vector<picture> pictures;
  for (std::size_t i = 0; i < 4; ++i) pictures.push_back({images[i], captions[i]});
  std::cout << '\n' << draw(pictures, standard_output());
  const std::string file = (std::filesystem::path{folder} / "three-or-seven.png").string();
  write_png(file, contact_sheet(pictures, 4));
  std::cout << "\nas a picture: " << file << '\n';
}

void run(const train_options& options) {
  const interrupt_guard guard;
  const dl::split data = open_data(options);
  const two_digits training = threes_and_sevens(data.train), test = threes_and_sevens(data.test);
  std::cout << std::fixed << std::setprecision(4) << training.size() << " threes and sevens to learn from, " << test.size() << " to test with\n\n";

  pixel_values difference(pixels);
  const double border = difference_of_averages(training, difference);
  std::cout << "no learning, difference of averages: test accuracy " << accuracy(test, difference, border) << "\n\n";

  neuron_trainer trainer{options.seed, dl::sgd{.lr = options.learning_rate}, 16};
  train(trainer, training, options.epochs);
  const auto learned = trainer.learned().values();
  const pixel_values weights(learned.begin(), learned.begin() + pixels);
  std::cout << "one neuron: test accuracy " << accuracy(test, weights, static_cast<double>(learned.back())) << '\n';
  show_weights(training, weights, options.out);
}

const train_options defaults{.epochs = 5, .learning_rate = 0.05};

const sample_description description{
    .name = "three-or-seven",
    .purpose = "Tells handwritten threes from sevens: first without any learning, by comparing\n"
               "with the average three and the average seven, then with a single neuron that\n"
               "learns.",
    .splits = {"digits", "mnist"},
    .defaults = defaults,
    .options = {"data", "split", "epochs", "lr", "seed", "out"}};

}  // namespace
}  // namespace samples

int main(int argc, char** argv) {
  return samples::run_main(argc, argv, samples::description, samples::run);
}
