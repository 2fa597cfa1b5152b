#pragma once
/// The whole of a sample that learns: train, validate after each epoch, test, and show what was
/// learned, beside the simplest network there is.

#include <iostream>

#include "classifier.hpp"
#include "progress.hpp"
#include "report.hpp"
#include "show.hpp"

namespace samples {

/// The baseline: one matrix, no hidden layer. It can only weigh each pixel for each class.
template <dl::extent Classes>
struct linear_network {
  dl::nn::linear<784, Classes> out;
  constexpr auto operator()(const auto& images) const { return out(flatten(images)); }
};

/// Mean and deviation of all pixels, in units of full ink.
inline dl::normalization normalization_of(const dl::dataset& data) {
  double sum = 0, squares = 0;
  for (const std::uint8_t pixel : data.pixels) {
    sum += pixel / 255.0;
    squares += pixel / 255.0 * (pixel / 255.0);
  }
  const double count = static_cast<double>(data.pixels.size()), mean = sum / count;
  const double deviation = std::sqrt(std::max(squares / count - mean * mean, 1e-12));
  return {static_cast<float>(mean), static_cast<float>(deviation)};
}

inline confusion_matrix compare(const dl::dataset& data, std::span<const std::uint32_t> numbers,
                                std::span<const answer> answers) {
  confusion_matrix confusion{data.classes};
  for (std::size_t i = 0; i < numbers.size(); ++i) confusion.add(data.labels[numbers[i]], answers[i].guess);
  return confusion;
}

/// Images to train on, and one in ten (at most 2,000) to validate with after each epoch.
inline dl::held_out hold_out(const dl::dataset& data, std::uint64_t seed) {
  return dl::hold_out(data.size(), std::min<std::size_t>(data.size() / 10, 2000), seed);
}

/// The learning rate rises while the network finds its way, and falls to almost 0, so that the last steps settle what the others found.
inline dl::one_cycle_lr one_cycle(std::size_t images, const train_options& options) {
  const std::size_t steps = dl::batch_count(images, static_cast<std::size_t>(options.batch));
  return {options.learning_rate, static_cast<long>(steps) * options.epochs};
}

/// Where a training is: which epoch, and which step of it is the next. Both count from 0.
struct place_in_training {
  std::size_t epoch, step;
};
template <class Network>
place_in_training place_of(const Network& network, std::size_t images) {
  const std::size_t per_epoch = network.steps_per_epoch(images), steps = static_cast<std::size_t>(network.step_count());
  return {steps / per_epoch, steps % per_epoch};
}

/// All epochs over these images, with the learning rate rate(step), from wherever the network is. Calls
/// after_step(count, loss, correct), and after_epoch() also when interrupted.
template <class Network, class Rate, class AfterStep, class AfterEpoch>
void train(Network& network, const dl::dataset& data, const dl::image_numbers& numbers, const train_options& options, Rate&& rate,
           AfterStep&& after_step, AfterEpoch&& after_epoch) {
  const auto epochs = static_cast<std::size_t>(options.epochs);
  network.set_learning_rate(rate(network.step_count()));
  while (!interrupted() && place_of(network, numbers.size()).epoch < epochs) {
    const auto [epoch, first] = place_of(network, numbers.size());
    network.train(data, dl::shuffled(numbers, options.seed, epoch), epoch, first, [&](std::size_t count, double loss, std::size_t correct) {
      after_step(count, loss, correct);
      network.set_learning_rate(rate(network.step_count()));
    });
    after_epoch();
  }
}

/// Trains with all but a part, which shows after each epoch how well the network does on images that it does not train with.
template <class Network>
void train(Network& network, const dl::dataset& data, const train_options& options, checkpoint& kept) {
  const dl::held_out parts = hold_out(data, options.seed);
  const place_in_training begin = place_of(network, parts.train.size());
  progress bar{options.epochs, parts.train.size()};
  bar.skip(static_cast<int>(begin.epoch), begin.step * static_cast<std::size_t>(options.batch));
  train(network, data, parts.train, options, one_cycle(parts.train.size(), options),
        [&](std::size_t count, double loss, std::size_t correct) { bar.step(count, loss, correct); },
        [&] {
          kept.save(network.model_tensors(), network.training_tensors(), network.step_count());
          bar.end_epoch(compare(data, parts.validation, network.ask(data, parts.validation)).accuracy());
        });
}

/// The same, beginning with what --resume or --init name.
template <class Network>
void begin_and_train(Network& network, const dl::dataset& data, const train_options& options) {
  checkpoint kept{options, data};
  kept.go_on(network.training_tensors(), [&] {
    if (!options.init.empty()) std::cout << initialise(network.model_tensors(), options.init) << std::endl;
    train(network, data, options, kept);
  });
}

/// Trains on all training images without a word, with the learning rate rate(step), and tests.
template <class Network, class Rate>
confusion_matrix train_and_test(Network& network, const dl::split& data, const train_options& options, Rate&& rate) {
  train(network, data.train, dl::in_order(data.train.size()), options, rate, [](std::size_t, double, std::size_t) {}, [] {});
  const dl::image_numbers test = dl::in_order(data.test.size());
  return compare(data.test, test, network.ask(data.test, test));
}

/// Trains the baseline for a few epochs, and tests it.
template <dl::extent Classes>
confusion_matrix test_baseline(const dl::split& data, train_options options, dl::normalization scale) {
  options.augment = 0;
  options.epochs = std::min(options.epochs, 5);
  classifier<linear_network<Classes>> baseline{options, scale};
  return train_and_test(baseline, data, options, one_cycle(data.train.size(), options));
}

/// Trains and tests `Model`, whose networks have `Classes` outputs, and shows what it learned.
template <class Model, dl::extent Classes, class Objective = classification<>>
void learn(const dl::split& data, const train_options& options, const std::string& name) {
  const interrupt_guard guard;
  const dl::normalization scale = normalization_of(data.train);
  using network_type = classifier<Model, Objective>;
  network_type network{options, scale};
  std::cout << name << ": " << dl::parameter_count<Model>() << " parameters, "
            << network_type::trainer::program::table.flops / chunk_size
            << " floating-point operations per image and step" << std::endl;
  begin_and_train(network, data.train, options);
  const dl::image_numbers numbers = dl::in_order(data.test.size());
  const std::vector<answer> answers = network.ask(data.test, numbers);
  const confusion_matrix confusion = compare(data.test, numbers, answers);
  std::cout << accuracy_line(confusion) << std::endl;
  const confusion_matrix baseline = test_baseline<Classes>(data, options, scale);
  if (!interrupted()) std::cout << accuracy_line(baseline, "linear baseline") << '\n';
  std::cout << '\n' << mistakes_table(confusion, data.test.class_names) << '\n';
  show(data.test, answers, options, name);
}

}  // namespace samples
