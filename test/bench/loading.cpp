/// How long a training step waits for its batch, with the batch prepared between the steps and by
/// the prefetcher, as it is and augmented; and how many images one core augments. Prints tables.
/// argv: threads (1), steps (300).

#include <bench/models.hpp>
#include <hello_dl/data/augment.hpp>
#include <hello_dl/data/prefetch.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>

namespace {

using namespace bench;
constexpr std::size_t batch_size = 64;

struct loaded_batch {
  std::vector<float> images = std::vector<float>(batch_size * 784);
  std::vector<std::int32_t> labels = std::vector<std::int32_t>(batch_size);
};

double seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

dl::dataset noise(std::size_t count) {
  dl::dataset data{.classes = 26, .class_names = {}, .rows = 28, .columns = 28, .pixels = {}, .labels = {}};
  for (std::size_t i = 0; i < count * 784; ++i) data.pixels.push_back(static_cast<std::uint8_t>(dl::random_bits(1, 0, i)));
  for (std::size_t i = 0; i < count; ++i) data.labels.push_back(static_cast<std::int32_t>(i % 26));
  return data;
}

/// Batches of a data set larger than the caches, in random order, without end.
class source {
 public:
  source(const dl::dataset& data, const dl::augmentation& how) : data_{data}, change_{how, 1, 28, 28} {}
  bool operator()(loaded_batch& next) {
    if (number_ % dl::batch_count(order_.size(), batch_size) == 0) {
      order_ = dl::shuffled(dl::in_order(data_.size()), 1, epoch_++);
      number_ = 0;
    }
    dl::copy_batch(data_, dl::batch(order_, number_++, batch_size), {0.17f, 0.33f}, change_, epoch_, next.images, next.labels);
    return true;
  }

 private:
  const dl::dataset& data_;
  dl::augmenter change_;
  dl::image_numbers order_ = dl::in_order(data_.size());
  std::size_t number_ = 0;
  std::uint64_t epoch_ = 0;
};

double median(std::vector<double> values) {
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2), values.end());
  return values[values.size() / 2];
}

/// Prints the medians over `steps` steps; `next` gives a batch.
template <class Trainer, class Next>
void measure(const char* model, const char* how, Trainer& trainer, int steps, Next next) {
  std::vector<double> waiting, computing;
  for (int step = 0; step < steps; ++step) {
    const double start = seconds();
    const loaded_batch& batch = next();
    const double loaded = seconds();
    trainer.step(batch.images, batch.labels);
    waiting.push_back(1e6 * (loaded - start));
    computing.push_back(1e6 * (seconds() - loaded));
  }
  std::printf("%-5s  %-21s  %9.1f us  %9.1f us  %9.2f %%\n", model, how, median(waiting), median(computing),
              100 * median(waiting) / median(computing));
}

template <class Model>
void measure_model(const char* name, const dl::dataset& data, int threads, int steps) {
  const auto t = std::make_unique<trainer<Model, 16>>(1, task<Model>::optimiser, batch_size, threads);
  loaded_batch one;
  source in_turn{data, {}};
  measure(name, "in turn", *t, steps, [&]() -> const loaded_batch& { return in_turn(one), one; });
  for (const auto& [how, augmentation] : {std::pair{"prefetched", dl::augmentation{}}, {"prefetched, augmented", dl::handwriting_augmentation}}) {
    dl::prefetcher<loaded_batch> ahead{source{data, augmentation}};
    measure(name, how, *t, steps, [&]() -> const loaded_batch& { return *ahead.next(); });
  }
}

/// Images per second of one thread that does nothing else.
void measure_augmentation(const char* how, const dl::dataset& data, const dl::augmentation& augmentation) {
  source load{data, augmentation};
  loaded_batch batch;
  std::vector<double> times;
  for (int i = 0; i < 200; ++i) {
    const double start = seconds();
    load(batch);
    times.push_back(seconds() - start);
  }
  std::printf("%-40s  %8.0f\n", how, batch_size / median(times));
}

}  // namespace

int main(int argc, char** argv) {
  const int threads = argc > 1 ? std::atoi(argv[1]) : 1, steps = argc > 2 ? std::atoi(argv[2]) : 300;
  const dl::dataset data = noise(30'000);
  std::printf("model  batch                       waiting          step  waiting/step\n");
  measure_model<m1>("M1", data, threads, steps);
  measure_model<m2>("M2", data, threads, steps);
  std::printf("\naugmentation of 28 x 28 images            images/s\n");
  measure_augmentation("none", data, {});
  measure_augmentation("rotation, scale, shear, shift", data, {.rotation = 9, .scale = 0.09, .shear = 0.15, .shift = 1.5});
  measure_augmentation("these and elastic deformation", data, dl::handwriting_augmentation);
  measure_augmentation("erasing", data, {.erasing = 0.5});
  measure_augmentation("noise", data, {.noise = 0.1});
}
