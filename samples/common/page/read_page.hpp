#pragma once
/// From what a network says of each letter to text.

#include <string>

#include "ask_letters.hpp"

namespace samples {

struct read_letter {
  box place;
  char character;
  double confidence;  ///< from 0 to 1
};

using read_word = std::vector<read_letter>;
using read_line = std::vector<read_word>;

/// Reads the letters of a page. Beside what the network finds likely it goes by size and place in the line (c or C, p or P), and by
/// what words are like: numbers, or small letters, perhaps with a capital in front, or capitals; rarely anything else.
std::vector<read_line> read_page(found_page page, const letter_network& network);

/// The words of a line with a space between them.
std::string text_of(const read_line& line);

}  // namespace samples
