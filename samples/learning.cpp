// learning: curves, weights and activations of a training as a page for the browser, live while it runs
#include "learning/page.hpp"

#include <hello_dl/data/write_file.hpp>

#include <chrono>
#include <filesystem>
#include <limits>
#include <optional>

#include "common/learn.hpp"
#include "common/open_data.hpp"
#include "common/run_main.hpp"
#include "common/take_tensors.hpp"
#include "learning/database.hpp"
#include "learning/statistics.hpp"
#include "learning/table.hpp"
#include "learning/weights_picture.hpp"

namespace samples {
namespace {

//[network
constexpr dl::extent filters = 8, classes = 26;

/// Eight filters of 5 x 5 pixels look for their stroke everywhere; from where they find it, a linear layer tells the letter.
struct small_network {
  dl::nn::conv2d<1, filters, 5> conv;
  dl::nn::linear<filters * 12 * 12, classes> out;

  constexpr auto activations(const auto& images) const { return dl::max_pool2d<2>(relu(conv(images))); }
  constexpr auto operator()(const auto& images) const { return out(flatten(activations(images))); }
};

/// The length of the gradient of the loss with respect to a tensor: an expression as all others.
constexpr auto gradient_norm(const auto& loss, const auto& tensor) {
  dl::graph& g = *loss.term.graph;
  const dl::term gradient = vector_jacobian_product(loss.term, dl::constant(g, 1), dl::vector<dl::term>(1, tensor.term))[0];
  const dl::expr<dl::shape_from<std::decay_t<decltype(tensor)>::shape_value>> handle{gradient};
  return sqrt(sum(handle * handle));
}

/// Beside the loss and the logits, a training step tells the activations and the lengths of the gradients.
struct watched_classification {
  constexpr auto operator()(const small_network& model, const auto& images, const auto& labels) const {
    const auto activations = model.activations(images);
    const auto logits = model.out(flatten(activations));
    const auto loss = cross_entropy(logits, labels);
    return std::tuple{loss, logits, activations, gradient_norm(loss, model.conv.weight), gradient_norm(loss, model.out.weight)};
  }
};

/// What the filters make of an image.
struct only_activations {
  small_network network;
  constexpr auto operator()(const auto& images) const { return network.activations(images); }
};
//]

using network_type = classifier<small_network, watched_classification>;
constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

//[watcher
/// Watches a training: takes down numbers now and then, and keeps the page up to date.
class watcher {
 public:
  /// `shown`: some images, to see what the filters make of them.
  watcher(const network_type& network, const labelled_batch& shown, const train_options& options)
      : network_{network}, shown_{shown}, options_{options} {
    for (const auto& tensor : network.learned())
      if (tensor.shape.rank > 1) watched_.push_back({std::string{tensor.name}, tensor.values, {tensor.values.begin(), tensor.values.end()}});
    for (const watched_tensor& tensor : watched_) log_.columns.push_back("gradient of " + tensor.name);
    for (const watched_tensor& tensor : watched_) log_.columns.push_back("norm of " + tensor.name);
    for (const watched_tensor& tensor : watched_) log_.columns.push_back("moved in a step: " + tensor.name);
    if (!options.sqlite.empty()) kept_.emplace(options.sqlite, options.run);
    remember_filters();
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
    remember_filters();
    write(true);
  }

  void write(bool running) {
    const std::filesystem::path folder{options_.out};
    dl::write_file((folder / "learning.csv").string(), to_csv(log_));
    dl::write_file((folder / "learning.html").string(), to_html("learning letters", log_, pictures(), running));
    if (kept_) kept_->add(log_);
    written_ = clock::now();
  }

 private:
  static constexpr int steps_per_row = 20;
  static constexpr std::size_t filter_size = 25, map_size = 144;

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
    for (std::size_t i = 0; i < watched_.size(); ++i) row.push_back(mean_of(network_.result(2 + static_cast<int>(i))));
    for (const watched_tensor& tensor : watched_) row.push_back(norm_of(tensor.now));
    for (watched_tensor& tensor : watched_) row.push_back(tensor.moved(steps_));
    const bool same_step = !log_.rows.empty() && log_.rows.back()[0] == row[0];
    if (same_step) log_.rows.back()[3] = validation;
    else log_.rows.push_back(row);
    loss_ = 0;
    images_ = correct_ = 0;
    steps_ = 0;
  }

  /// Of what the filters found in the last batch, how much relu let through.
  double share_of_active() const {
    const std::span<const float> values = network_.result(1);
    const auto active = std::ranges::count_if(values, [](float value) { return value > 0; });
    return static_cast<double>(active) / static_cast<double>(values.size());
  }

  void remember_filters() {
    for (std::size_t filter = 0; filter < filters; ++filter) filters_over_time_.push_back(part(watched_[0].now, filter, filter_size));
  }

  /// For each image: what of it the filters see, and where each filter finds how much.
  std::vector<std::vector<float>> activations() {
    dl::parameters<only_activations> learned{0};
    take_tensors(learned.tensors(), network_.learned().tensors());
    std::vector<float> found(shown_.count * filters * map_size);
    ask_(learned, shown_.images(), found);
    std::vector<std::vector<float>> maps;
    for (std::size_t image = 0; image < shown_.count; ++image) {
      maps.push_back(middle_of(part(shown_.images(), image, 784)));
      for (std::size_t filter = 0; filter < filters; ++filter) maps.push_back(part(found, image * filters + filter, map_size));
    }
    return maps;
  }

  /// A line for each filter, and in it a map for each letter.
  std::vector<std::vector<float>> weights_of_letters() const {
    std::vector<std::vector<float>> maps;
    for (std::size_t filter = 0; filter < filters; ++filter)
      for (std::size_t letter = 0; letter < classes; ++letter) maps.push_back(part(watched_[1].now, letter * filters + filter, map_size));
    return maps;
  }

  std::vector<titled_image> pictures() {
    return {{"the eight filters before the training (first line) and after each epoch: a filter answers to ink where it is blue, and to no "
             "ink where it is red",
             weights_picture(filters_over_time_, filters, 8)},
            {"activations: an image, and where each filter finds in it what it looks for", weights_picture(activations(), filters + 1, 4)},
            {"weights of the letters a to z, a line for each filter: what it finds speaks for the letter where it is blue, and against it "
             "where it is red",
             weights_picture(weights_of_letters(), classes, 3)}};
  }

  using clock = std::chrono::steady_clock;
  const network_type& network_;
  const labelled_batch shown_;
  const train_options& options_;
  dl::inference<only_activations, dl::real_input<1, 1, 28, 28>> ask_;
  std::optional<database> kept_;
  table log_{{"step", "loss", "accuracy of training", "accuracy of validation", "learning rate", "active values behind the filters (share)"}, {}};
  std::vector<watched_tensor> watched_;
  std::vector<std::vector<float>> filters_over_time_;
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
  const dl::normalization scale = normalization_of(data.train);
  network_type network{options, scale};
  const dl::held_out parts = hold_out(data.train, options.seed);
  const auto rate = one_cycle(parts.train.size(), options);
  progress bar{options.epochs, parts.train.size()};
  labelled_batch shown{3};
  shown.fill(data.train, std::span{parts.validation}.first(3), scale);
  watcher watching{network, shown, options};
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
  dl::write_file(file, to_html(options.log, is_database(options.log) ? read_last_run(options.log) : read_csv(options.log), {}, false));
  std::cout << "open in a browser: " << file << '\n';
}

const sample_description description{
    .name = "learning",
    .purpose = "Trains a small convolutional network on handwritten letters and shows how it\n"
               "learns: a page for the browser, learning.html, which follows the training, and\n"
               "the numbers in learning.csv. With --log it draws the page of an earlier\n"
               "training's numbers (of a data base: of the last training there).",
    .splits = {"letters"},
    .defaults = {.epochs = 8},
    .options = {"data", "epochs", "batch", "lr", "augment", "seed", "threads", "quick", "log", "sqlite", "out"}};

}  // namespace
}  // namespace samples

int main(int argc, char** argv) {
  return samples::run_main(argc, argv, samples::description, samples::run);
}
