#pragma once
#include "common/learn.hpp"

namespace samples {

//[network
/// A convolution, its normalisation, and ReLU.
template <dl::extent In, dl::extent Out>
struct normalised_convolution {
  dl::nn::conv2d_no_bias<In, Out, 3, dl::conv2d_options{.padding = 1}, dl::init::kaiming_normal> conv;
  dl::nn::batch_norm2d<Out> norm;

  constexpr auto operator()(const auto& x) const { return relu(norm(conv(x))); }
};

/// Five convolutions find strokes, how they join, and what they are part of; a linear layer tells the letter from that.
template <dl::extent Classes, template <dl::extent, dl::extent> class Convolution = normalised_convolution,
          dl::dropout_options Dropout = dl::dropout_options{.p = 0.3}>
struct letters_network {
  Convolution<1, 24> strokes;   // [n, 24, 28, 28]
  Convolution<24, 48> joints1;  // [n, 48, 14, 14]
  Convolution<48, 48> joints2;
  Convolution<48, 96> parts1;   // [n, 96, 7, 7]
  Convolution<96, 96> parts2;
  dl::nn::linear<864, Classes> out;

  constexpr auto operator()(const auto& images) const {
    const auto a = dl::max_pool2d<2>(strokes(images));
    const auto b = dl::max_pool2d<2>(joints2(joints1(a)));
    const auto c = dl::max_pool2d<2>(parts2(parts1(b)));  // [n, 96, 3, 3]
    return out(dl::dropout<Dropout>(flatten(c)));
  }
};
//]

/// A tenth of the probability goes to all letters alike, so that the network need not be certain of what people cannot read.
using letters_objective = classification<dl::cross_entropy_options{.label_smoothing = 0.1}>;

/// Trains it. The program for each number of classes is compiled in a file of its own.
template <dl::extent Classes>
void learn_letters(const dl::split& data, const train_options& options);

template <>
void learn_letters<10>(const dl::split& data, const train_options& options);
template <>
void learn_letters<26>(const dl::split& data, const train_options& options);
template <>
void learn_letters<42>(const dl::split& data, const train_options& options);
template <>
void learn_letters<47>(const dl::split& data, const train_options& options);
template <>
void learn_letters<62>(const dl::split& data, const train_options& options);

}  // namespace samples
