#pragma once
/// This library as one more peer: trains and asks a model as peers/common.h says, from the same data
/// and the same first weights.

#include <bench/models.hpp>

#include <bench/peers/common.h>

#include <cmath>
#include <memory>
#include <span>
#include <vector>

namespace bench {

struct samples {
  std::vector<float> images;
  std::vector<std::int32_t> labels;
};

template <class Model>
samples make_samples() {
  samples s{std::vector<float>(NSAMPLE * task<Model>::features), std::vector<std::int32_t>(NSAMPLE)};
  fill_x(s.images.data(), NSAMPLE, task<Model>::features);
  fill_y(s.labels.data(), NSAMPLE, task<Model>::classes);
  return s;
}

/// The weights that all peers start from. A layer's tensors are its weight and its bias.
template <class Learned>
void fill_parameters(Learned& learned) {
  float scale = 0;
  int number = 0;
  for (const auto& tensor : learned) {
    const bool is_bias = tensor.shape.rank == 1;
    const int size = static_cast<int>(tensor.shape.size());
    if (!is_bias) scale = 1.0f / std::sqrt(static_cast<float>(tensor.shape.size() / tensor.shape[0]));
    fill_w(tensor.values.data(), size, number / 2, scale, is_bias);
    ++number;
  }
}

/// Training in batches of `Batch` samples, cut into chunks of `Chunk`.
template <class Model, int Batch, dl::extent Chunk>
struct training {
  samples data = make_samples<Model>();
  trainer<Model, Chunk> trainer_;

  explicit training(int threads) : trainer_{0, task<Model>::optimiser, Batch, threads} {
    fill_parameters(trainer_.learned());
  }
  double step(int number) {
    const auto first = static_cast<std::size_t>(number % (NSAMPLE / Batch)) * Batch;
    return static_cast<double>(
        trainer_.step(std::span(data.images).subspan(first * task<Model>::features, Batch * task<Model>::features),
                      std::span(data.labels).subspan(first, Batch)));
  }
  static void run(void* self, int number) { static_cast<training*>(self)->step(number); }
};

template <class Model, int Batch, dl::extent Chunk>
struct asking {
  samples data = make_samples<Model>();
  dl::parameters<Model> learned{0};
  inference<Model, Chunk> ask;
  std::vector<float> logits = std::vector<float>(Batch * task<Model>::classes);

  explicit asking(int threads) : ask{threads} { fill_parameters(learned); }
  static void run(void* self, int number) {
    asking& a = *static_cast<asking*>(self);
    const auto first = static_cast<std::size_t>(number % (NSAMPLE / Batch)) * Batch;
    a.ask(a.learned, std::span<const float>(a.data.images).subspan(first * task<Model>::features, Batch * task<Model>::features),
          a.logits);
  }
};

template <class Work>
void measure_and_report(const char* model, int threads, const char* metric) {
  const auto work = std::make_unique<Work>(threads);
  report("hello_dl", model, threads, metric, measure(&Work::run, work.get(), group_seconds(), group_reps()));
}

/// `Chunk`: of batches of 64. Batch 1 runs on one thread.
template <class Model, dl::extent Chunk>
void measure_model(const char* name, int threads) {
  {
    const auto first_steps = std::make_unique<training<Model, BATCH, Chunk>>(threads);
    double losses[3];
    for (int i = 0; i < 3; ++i) losses[i] = first_steps->step(i);
    report_check("hello_dl", name, losses);
  }
  measure_and_report<training<Model, BATCH, Chunk>>(name, threads, "train64");
  measure_and_report<asking<Model, BATCH, Chunk>>(name, threads, "infer64");
  if (threads > 1) return;
  measure_and_report<training<Model, 1, 1>>(name, threads, "train1");
  measure_and_report<asking<Model, 1, 1>>(name, threads, "infer1");
}

}  // namespace bench
