#pragma once
#include <hello_dl/runtime/inference.hpp>

#include "common/classifier.hpp"
#include "common/page/read_page.hpp"

namespace samples {

//[network
/// Three convolutions find strokes, how they join, and what they are part of; a linear layer tells the letter from that.
struct ocr_network {
  dl::nn::conv2d<1, 16, 3, dl::conv2d_options{.padding = 1}> strokes;  // [n, 16, 28, 28]
  dl::nn::conv2d<16, 32, 3, dl::conv2d_options{.padding = 1}> joints;  // [n, 32, 14, 14]
  dl::nn::conv2d<32, 64, 3, dl::conv2d_options{.padding = 1}> parts;   // [n, 64, 7, 7]
  dl::nn::linear<576, 62> out;

  constexpr auto operator()(const auto& images) const {
    const auto a = dl::max_pool2d<2>(relu(strokes(images)));
    const auto b = dl::max_pool2d<2>(relu(joints(a)));
    const auto c = dl::max_pool2d<2>(relu(parts(b)));  // [n, 64, 3, 3]
    return out(dl::dropout<dl::dropout_options{.p = 0.2}>(flatten(c)));
  }
};
//]

/// Mean and deviation of the pixels, in units of full ink, of what the network learns from. Part of the network: the same for
/// whatever it reads.
constexpr dl::normalization ocr_scale{0.17f, 0.33f};

/// A network that has learned, as read_page() asks it.
class letter_reader {
 public:
  /// With the weights in this file. Throws data_error if they are those of another network.
  letter_reader(const std::string& file, int threads);

  /// For each image the probabilities of the classes.
  std::vector<float> operator()(std::span<const letter_image> images);

 private:
  dl::parameters<ocr_network> learned_{1};
  dl::inference<ocr_network, image_chunk> network_;
};

}  // namespace samples
