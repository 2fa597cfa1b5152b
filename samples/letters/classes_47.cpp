#include "network.hpp"

namespace samples {

template <>
void learn_letters<47>(const dl::split& data, const train_options& options) {
  learn<letters_network<47>, 47, letters_objective>(data, options, "letters");
}

}  // namespace samples
