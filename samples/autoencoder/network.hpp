#pragma once
/// An autoencoder: what it is, how it is trained, and how its two halves are asked.

#include <hello_dl/runtime/inference.hpp>

#include "common/classifier.hpp"
#include "common/take_tensors.hpp"

namespace samples {

constexpr std::size_t pixel_count = 784, code_size = 2;

//[network
/// From 784 pixels to two numbers. Nothing bounds them: tanh would, but what it takes for 1 at the beginning of the training it never moves again.
struct encoder {
  dl::nn::linear<784, 256> wide;
  dl::nn::linear<256, 64> narrow;
  dl::nn::linear<64, 2> code;

  constexpr auto operator()(const auto& images) const { return code(gelu(narrow(gelu(wide(flatten(images)))))); }
};

/// And back: a logit for each pixel, which sigmoid makes ink.
struct decoder {
  dl::nn::linear<2, 64> narrow;
  dl::nn::linear<64, 256> wide;
  dl::nn::linear<256, 784> pixels;

  constexpr auto logits(const auto& codes) const { return pixels(gelu(wide(gelu(narrow(codes))))); }
  constexpr auto operator()(const auto& codes) const { return sigmoid(logits(codes)); }
};

struct autoencoder {
  encoder encode;
  decoder decode;

  constexpr auto loss(const auto& images) const {
    return binary_cross_entropy_with_logits(decode.logits(encode(images)), flatten(images));
  }
};
//]

//[objective
/// The image is what goes in, and what shall come out. No label is looked at.
struct draw_back {
  constexpr auto operator()(const auto& model, const auto& images) const { return model.loss(images); }
};
//]

/// Ink from 0 to 1.
constexpr dl::normalization as_ink{0, 1};

class autoencoder_network {
 public:
  explicit autoencoder_network(const train_options& options)
      : batch_(static_cast<std::size_t>(options.batch)),
        trainer_{options.seed, dl::adamw{.lr = options.learning_rate}, options.batch, options.threads},
        encode_{options.threads},
        decode_{options.threads} {}

  std::size_t steps_per_epoch(std::size_t images) const { return images / batch_; }

  /// An epoch over these images in this order, from its step number `first` on; returns the mean loss. Ends early when interrupted.
  template <class Rate>
  double train(const dl::dataset& data, std::span<const std::uint32_t> order, std::size_t first, Rate&& rate) {
    labelled_batch images{batch_};
    const std::size_t steps = steps_per_epoch(order.size());
    double sum = 0;
    std::size_t number = first;
    for (; number < steps && !interrupted(); ++number) {
      images.fill(data, dl::batch(order, number, batch_), as_ink);
      trainer_.optimiser.lr = rate(trainer_.step_count());
      sum += static_cast<double>(trainer_.step(images.images()));
    }
    return sum / static_cast<double>(std::max<std::size_t>(number - first, 1));
  }

  tensor_list model_tensors() const { return trainer_.learned().tensors(); }
  tensor_list training_tensors() { return trainer_.tensors(); }
  std::int64_t step_count() const { return trainer_.step_count(); }

  /// Two numbers for each of these images.
  std::vector<float> encode(std::span<const float> images) { return ask(encode_, encoder_, 0, images); }
  /// 784 numbers from 0 (paper) to 1 (ink) for each of these codes.
  std::vector<float> decode(std::span<const float> codes) { return ask(decode_, decoder_, encoder_.tensors().size(), codes); }

 private:
  using trainer = dl::trainer<autoencoder, draw_back, dl::chunk<image_chunk>, dl::adamw>;

  /// Asks a half of the network; its tensors are those of the whole from number `first` on.
  template <class Ask, class Half>
  std::vector<float> ask(Ask& asker, Half& half, std::size_t first, std::span<const float> samples) {
    const tensor_list learned = trainer_.learned().tensors();
    take_tensors(half.tensors(), std::span{learned}.subspan(first));
    std::vector<float> results(samples.size() / static_cast<std::size_t>(Ask::sample_size) * static_cast<std::size_t>(Ask::result_size));
    asker(half, samples, results);
    return results;
  }

  std::size_t batch_;
  trainer trainer_;
  dl::parameters<encoder> encoder_{0};
  dl::parameters<decoder> decoder_{0};
  dl::inference<encoder, image_chunk> encode_;
  dl::inference<decoder, dl::real_input<chunk_size, 2>> decode_;
};

}  // namespace samples
