#include "network.hpp"

namespace samples {

template <>
void learn_letters<42>(const dl::split& data, const train_options& options) {
  learn<letters_network<42>, 42, letters_objective>(data, options, "letters");
}

}  // namespace samples
