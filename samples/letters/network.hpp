#pragma once
#include "common/learn.hpp"

namespace samples {

//[network
/// Two convolutions find strokes and how they join; two linear layers tell the letter from that.
template <dl::extent Classes>
struct letters_network {
  dl::nn::conv2d<1, 16, 3> conv1;   // [n,  1, 28, 28] -> [n, 16, 26, 26]
  dl::nn::conv2d<16, 32, 3> conv2;  // [n, 16, 13, 13] -> [n, 32, 11, 11]
  dl::nn::linear<800, 128> hidden;
  dl::nn::linear<128, Classes> out;

  constexpr auto operator()(const auto& images) const {
    const auto strokes = relu(dl::max_pool2d<2>(conv1(images)));  // [n, 16, 13, 13]
    const auto shapes = relu(dl::max_pool2d<2>(conv2(strokes)));  // [n, 32, 5, 5]
    return out(relu(hidden(flatten(shapes))));                    // [n, Classes]
  }
};
//]

/// Trains it. The program for each number of classes is compiled in a file of its own.
template <dl::extent Classes>
void learn_letters(const dl::split& data, const train_options& options);

template <>
void learn_letters<10>(const dl::split& data, const train_options& options);
template <>
void learn_letters<26>(const dl::split& data, const train_options& options);
template <>
void learn_letters<47>(const dl::split& data, const train_options& options);
template <>
void learn_letters<62>(const dl::split& data, const train_options& options);

}  // namespace samples
