#include "network.hpp"

namespace samples {

template <>
void learn_letters<26>(const dl::split& data, const train_options& options) {
  learn<letters_network<26>, 26, letters_objective>(data, options, "letters");
}

}  // namespace samples
