#include "ablation.hpp"

namespace samples {

double without_smoothing(const dl::split& data, const train_options& options) {
  return test_after_training<letters_network<26>, classification<>>(data, options);
}

}  // namespace samples
