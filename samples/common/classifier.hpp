#pragma once
/// A network that tells classes of 28 x 28 images apart: how it is trained, and how it is asked.

#include <hello_dl/data/augment.hpp>
#include <hello_dl/data/prefetch.hpp>
#include <hello_dl/hello_dl.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

#include "answer.hpp"
#include "checkpoint.hpp"
#include "interrupt.hpp"
#include "options.hpp"

namespace samples {
namespace dl = hello_dl;

/// The loss of a classifier, and beside it the logits, from which we read what it guessed.
template <dl::cross_entropy_options Options = dl::cross_entropy_options{}>
struct classification {
  constexpr auto operator()(const auto& model, const auto& images, const auto& labels) const {
    const auto logits = model(images);
    return std::tuple{cross_entropy(logits, labels, Options), logits};
  }
};

/// The largest logit and its probability: softmax, of one row.
inline answer read_logits(std::span<const float> logits) {
  const auto largest = std::ranges::max_element(logits);
  float sum = 0;
  for (const float logit : logits) sum += std::exp(logit - *largest);
  return {static_cast<int>(largest - logits.begin()), 1 / sum};
}

/// Images and their labels, as a network wants them.
struct labelled_batch {
  explicit labelled_batch(std::size_t most) : pixels(most * 784), labels(most) {}

  void fill(const dl::dataset& data, std::span<const std::uint32_t> chosen, dl::normalization scale) {
    count = dl::copy_batch(data, chosen, scale, pixels, labels);
  }
  void fill(const dl::dataset& data, std::span<const std::uint32_t> chosen, dl::normalization scale, dl::augmenter& change,
            std::uint64_t epoch) {
    count = dl::copy_batch(data, chosen, scale, change, epoch, pixels, labels);
  }
  std::span<const float> images() const { return {pixels.data(), count * 784}; }
  std::span<const std::int32_t> classes() const { return {labels.data(), count}; }

  std::vector<float> pixels;
  std::vector<std::int32_t> labels;
  std::size_t count = 0;  ///< how many of them are filled
};

/// What a network works on at a time.
constexpr dl::extent chunk_size = 32;
using image_chunk = dl::real_input<chunk_size, 1, 28, 28>;
using label_chunk = dl::index_input<chunk_size>;

template <class Model, class Objective = classification<>>
class classifier {
 public:
  using trainer = dl::trainer<Model, Objective, dl::chunk<image_chunk, label_chunk>, dl::adamw>;
  using asker = dl::inference<Model, image_chunk>;

  classifier(const train_options& options, dl::normalization scale)
      : scale_{scale},
        change_{dl::handwriting_augmentation * options.augment, options.seed, 28, 28},
        batch_(static_cast<std::size_t>(options.batch)),
        trainer_{options.seed, dl::adamw{.lr = options.learning_rate}, options.batch, options.threads},
        asker_{options.threads} {
    trainer_.check_every_node = options.check;
  }

  /// How many steps an epoch over so many images takes. A last batch that is not full gives its whole chunks.
  std::size_t steps_per_epoch(std::size_t images) const {
    return images / batch_ + (images % batch_ >= static_cast<std::size_t>(chunk_size));
  }

  /// Epoch number `epoch` over these images, in this order and augmented, from its step number `first` on;
  /// `report(count, loss, correct)` after each step. Ends early when interrupted.
  template <class Report>
  void train(const dl::dataset& data, std::span<const std::uint32_t> order, std::uint64_t epoch, std::size_t first, Report&& report) {
    auto load = [&, number = first](labelled_batch& next) mutable {
      if (number == steps_per_epoch(order.size())) return false;
      next.fill(data, whole_chunks(dl::batch(order, number++, batch_)), scale_, change_, epoch);
      return true;
    };
    dl::prefetcher<labelled_batch> batches{load, labelled_batch{batch_}};
    while (const labelled_batch* next = interrupted() ? nullptr : batches.next()) {
      const float loss = trainer_.step(next->images(), next->classes());
      report(next->count, static_cast<double>(loss), count_correct(*next));
    }
  }

  const dl::parameters<Model>& learned() const { return trainer_.learned(); }
  /// What the objective returned beside the loss and the logits (1: the first), for the last batch.
  std::span<const float> result(int number) const { return trainer_.result(number); }

  /// What training goes on from; what the network is, as a file for others has it; and how many steps there were.
  tensor_list training_tensors() { return trainer_.tensors(); }
  tensor_list model_tensors() const { return trainer_.learned().tensors(); }
  std::int64_t step_count() const { return trainer_.step_count(); }

  void set_learning_rate(double rate) { trainer_.optimiser.lr = rate; }

  /// What the network says about these images.
  std::vector<answer> ask(const dl::dataset& data, std::span<const std::uint32_t> numbers) {
    std::vector<answer> answers;
    std::vector<float> logits(ask_at_once * classes);
    labelled_batch asked{ask_at_once};
    for (std::size_t b = 0; b < dl::batch_count(numbers.size(), ask_at_once); ++b) {
      asked.fill(data, dl::batch(numbers, b, ask_at_once), scale_);
      asker_(trainer_.learned(), asked.images(), {logits.data(), asked.count * classes});
      for (std::size_t i = 0; i < asked.count; ++i)
        answers.push_back(read_logits({logits.data() + i * classes, classes}));
    }
    return answers;
  }

 private:
  static constexpr std::size_t ask_at_once = 1024;
  static constexpr std::size_t classes = static_cast<std::size_t>(asker::result_size);

  static std::span<const std::uint32_t> whole_chunks(std::span<const std::uint32_t> batch) {
    return batch.first(batch.size() - batch.size() % static_cast<std::size_t>(chunk_size));
  }

  std::size_t count_correct(const labelled_batch& answered) const {
    std::size_t correct = 0;
    for (std::size_t i = 0; i < answered.count; ++i)
      correct += read_logits(trainer_.result().subspan(i * classes, classes)).guess == answered.labels[i];
    return correct;
  }

  dl::normalization scale_;
  dl::augmenter change_;
  std::size_t batch_;
  trainer trainer_;
  asker asker_;
};

}  // namespace samples
