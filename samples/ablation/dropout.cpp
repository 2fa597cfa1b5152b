#include "ablation.hpp"

namespace samples {

double without_dropout(const dl::split& data, const train_options& options) {
  using network = letters_network<26, normalised_convolution, dl::dropout_options{.p = 0}>;
  return test_after_training<network, letters_objective>(data, options);
}

}  // namespace samples
