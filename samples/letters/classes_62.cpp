#include "network.hpp"

namespace samples {

template <>
void learn_letters<62>(const dl::split& data, const train_options& options) {
  learn<letters_network<62>, 62, letters_objective>(data, options, "letters");
}

}  // namespace samples
