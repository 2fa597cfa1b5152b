#include "ablation.hpp"

namespace samples {

double with_all(const dl::split& data, const train_options& options) {
  return test_after_training<letters_network<26>, letters_objective>(data, options);
}

double with_constant_rate(const dl::split& data, const train_options& options) {
  return test_after_training<letters_network<26>, letters_objective>(data, options, constant_rate);
}

double without_augmentation(const dl::split& data, const train_options& options) {
  train_options plain = options;
  plain.augment = 0;
  return with_all(data, plain);
}

}  // namespace samples
