#pragma once
#include <functional>
#include <span>

#include "find_letters.hpp"

namespace samples {

/// What a network is asked: for each image the probabilities of letter_classes, one image after the other.
using letter_network = std::function<std::vector<float>(std::span<const letter_image>)>;

/// A letter and what the network says of it.
struct asked_letter {
  found_letter found;
  std::vector<float> probabilities;
};

using asked_word = std::vector<asked_letter>;

/// Asks about each letter of a word. Pieces that lie partly above one another are one letter if the network can read that; a wide
/// letter of which it is not sure is cut in two if its parts are easier to read.
asked_word ask_letters(found_word word, const found_page& page, const letter_network& network);

}  // namespace samples
