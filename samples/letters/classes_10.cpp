#include "network.hpp"

namespace samples {

template <>
void learn_letters<10>(const dl::split& data, const train_options& options) {
  learn<letters_network<10>, 10, letters_objective>(data, options, "letters");
}

}  // namespace samples
