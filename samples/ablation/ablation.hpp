#pragma once
#include "letters/network.hpp"

namespace samples {

/// One training of the network of `letters`, with all its tricks or without some: the accuracy on the test images.
using experiment = double (*)(const dl::split& data, const train_options& options);

double with_all(const dl::split& data, const train_options& options);
double with_constant_rate(const dl::split& data, const train_options& options);
double without_augmentation(const dl::split& data, const train_options& options);
double without_normalization(const dl::split& data, const train_options& options);
double without_smoothing(const dl::split& data, const train_options& options);
double without_dropout(const dl::split& data, const train_options& options);
double with_none(const dl::split& data, const train_options& options);

/// PyTorch's default for Adam, from the first step to the last.
inline double constant_rate(long) { return 1e-3; }

/// Trains on all training images with this learning rate for each step.
template <class Model, class Objective, class Rate>
double test_after_training(const dl::split& data, const train_options& options, Rate&& rate) {
  classifier<Model, Objective> network{options, normalization_of(data.train)};
  return train_and_test(network, data, options, rate).accuracy();
}
template <class Model, class Objective>
double test_after_training(const dl::split& data, const train_options& options) {
  return test_after_training<Model, Objective>(data, options, one_cycle(data.train.size(), options));
}

}  // namespace samples
