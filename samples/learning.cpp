// learning: curves, weights and activations of a training as a page for the browser, live while it runs
#include "learning/page.hpp"

#include <hello_dl/data/write_file.hpp>

#include <chrono>
#include <filesystem>
#include <limits>

#include "common/learn.hpp"
#include "common/open_data.hpp"
#include "common/run_main.hpp"
#include "learning/table.hpp"
#include "learning/weights_picture.hpp"

namespace samples {
namespace {

//[network
/// 64 hidden values between the pixels and the letters.
struct small_network {
  dl::nn::linear<784, 64> hidden;
  dl::nn::linear<64, 26> out;

  constexpr auto activations(const auto& images) const { return relu(hidden(flatten(images))); }
  constexpr auto operator()(const auto& images) const { return out(activations(images)); }
};

/// Beside the loss and the logits, a training step tells the activations of the hidden layer.
struct watched_classification {
  constexpr auto operator()(const small_network& model, const auto& images, const auto& labels) const {
    const auto activations = model.activations(images);
    const auto logits = model.out(activations);
    return std::tuple{cross_entropy(logits, labels), logits, activations};
  }
};
//]

using network_type = classifier<small_network, watched_classification>;
constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

double norm_of(std::span<const float> numbers) {
  double squares = 0;
  for (const float number : numbers) squares += double{number} * number;
  return std::sqrt(squares);
}

//[watcher
/// Watches a training: takes down numbers now and then, and keeps the page up to date.
class watcher {
 public:
  watcher(const network_type& network, const train_options& options) : network_{network}, options_{options} {
    for (const auto& tensor : network.learned())
      if (tensor.shape.rank == 2) watched_.push_back({std::string{tensor.name}, tensor.values, {tensor.values.begin(), tensor.values.end()}});
    for (const watched_tensor& tensor : watched_) log_.columns.push_back("norm of " + tensor.name);
    for (const watched_tensor& tensor : watched_) log_.columns.push_back("moved in a step: " + tensor.name);
    remember_weights();
  }

  void step(std::size_t count, double loss, std::size_t correct, double rate) {
    loss_ += loss * static_cast<double>(count);
    images_ += count;
    correct_ += correct;
    if (++steps_ < steps_per_row) return;
    add_row(rate, nothing);
    if (clock::now() - written_ > std::chrono::seconds{2}) write(true);
  }

  void end_epoch(double validation, double rate) {
    add_row(rate, validation);
    remember_weights();
    write(true);
  }

  void write(bool running) {
    const std::filesystem::path folder{options_.out};
    dl::write_file((folder / "learning.csv").string(), to_csv(log_));
    dl::write_file((folder / "learning.html").string(), to_html("learning letters", log_, pictures(), running));
    written_ = clock::now();
  }

 private:
  static constexpr int steps_per_row = 20;
  static constexpr std::size_t shown = 32, shown_over_time = 8;

  struct watched_tensor {
    std::string name;
    std::span<const float> now;
    std::vector<float> before;  ///< at the last row

    /// How far a step went on average, as a part of where the weights are.
    double moved(int steps) {
      std::vector<float> difference(now.begin(), now.end());
      for (std::size_t i = 0; i < before.size(); ++i) difference[i] -= before[i];
      before.assign(now.begin(), now.end());
      return norm_of(difference) / norm_of(now) / std::max(steps, 1);
    }
  };

  /// The mean loss and the accuracy since the last row, and what the network looks like now.
  void add_row(double rate, double validation) {
    const double images = static_cast<double>(images_);
    std::vector<double> row{static_cast<double>(network_.step_count()), loss_ / images, static_cast<double>(correct_) / images, validation,
                            rate, share_of_active()};
    for (const watched_tensor& tensor : watched_) row.push_back(norm_of(tensor.now));
    for (watched_tensor& tensor : watched_) row.push_back(tensor.moved(steps_));
    const bool same_step = !log_.rows.empty() && log_.rows.back()[0] == row[0];
    if (same_step) log_.rows.back()[3] = validation;
    else log_.rows.push_back(row);
    loss_ = 0;
    images_ = correct_ = 0;
    steps_ = 0;
  }

  /// Of the hidden values of the last batch, how many relu let through.
  double share_of_active() const {
    const std::span<const float> values = network_.result(1);
    const auto active = std::ranges::count_if(values, [](float value) { return value > 0; });
    return static_cast<double>(active) / static_cast<double>(values.size());
  }

  /// What the first `count` neurons weigh.
  std::vector<std::vector<float>> neurons(std::size_t count) const {
    const std::span<const float> weights = watched_[0].now;
    std::vector<std::vector<float>> rows;
    for (std::size_t i = 0; i < count; ++i) rows.emplace_back(weights.begin() + static_cast<long>(784 * i), weights.begin() + static_cast<long>(784 * (i + 1)));
    return rows;
  }

  void remember_weights() {
    for (auto& row : neurons(shown_over_time)) over_time_.push_back(std::move(row));
  }

  std::vector<titled_image> pictures() const {
    return {{"what 32 of the hidden neurons look for: ink speaks for them where it is blue, against them where it is red",
             weights_picture(neurons(shown), 8)},
            {"the first eight of them before the training (first line) and after each epoch",
             weights_picture(over_time_, static_cast<int>(shown_over_time))}};
  }

  using clock = std::chrono::steady_clock;
  const network_type& network_;
  const train_options& options_;
  table log_{{"step", "loss", "accuracy of training", "accuracy of validation", "learning rate", "active hidden values (share)"}, {}};
  std::vector<watched_tensor> watched_;
  std::vector<std::vector<float>> over_time_;
  double loss_ = 0;
  std::size_t images_ = 0, correct_ = 0;
  int steps_ = 0;
  clock::time_point written_ = clock::now();
};
//]

void learn_and_watch(const train_options& wanted) {
  const interrupt_guard guard;
  train_options options = wanted;
  dl::split data = open_data(options);
  if (options.quick) shorten(data, options);
  network_type network{options, normalization_of(data.train)};
  const dl::held_out parts = hold_out(data.train, options.seed);
  const auto rate = one_cycle(parts.train.size(), options);
  progress bar{options.epochs, parts.train.size()};
  watcher watching{network, options};
  std::cout << "open in a browser: " << (std::filesystem::path{options.out} / "learning.html").string() << std::endl;
  watching.write(true);
  train(network, data.train, parts.train, options, rate,
        [&](std::size_t count, double loss, std::size_t correct) {
          bar.step(count, loss, correct);
          watching.step(count, loss, correct, rate(network.step_count() - 1));
        },
        [&] {
          const double validation = compare(data.train, parts.validation, network.ask(data.train, parts.validation)).accuracy();
          bar.end_epoch(validation);
          watching.end_epoch(validation, rate(network.step_count() - 1));
        });
  watching.write(false);
}

void run(const train_options& options) {
  if (options.log.empty()) return learn_and_watch(options);
  const std::string file = (std::filesystem::path{options.out} / "learning.html").string();
  dl::write_file(file, to_html(options.log, read_csv(options.log), {}, false));
  std::cout << "open in a browser: " << file << '\n';
}

const sample_description description{
    .name = "learning",
    .purpose = "Trains a network with one hidden layer on handwritten letters and shows how it\n"
               "learns: a page for the browser, learning.html, which follows the training, and\n"
               "the numbers in learning.csv. With --log it draws the page of an earlier\n"
               "training's numbers.",
    .splits = {"letters"},
    .defaults = {.epochs = 8},
    .options = {"data", "epochs", "batch", "lr", "augment", "seed", "threads", "quick", "log", "out"}};

}  // namespace
}  // namespace samples

int main(int argc, char** argv) {
  return samples::run_main(argc, argv, samples::description, samples::run);
}
