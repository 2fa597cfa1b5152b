#pragma once
#include <string>
#include <vector>

#include "common/image.hpp"

namespace samples {

/// A letter of a text, and what a network expected in its place.
struct judged_letter {
  struct guess {
    char letter;
    double probability;
  };
  guess true_one;
  std::vector<guess> likeliest;  ///< the likeliest first
};

/// Each text in a row, at most 12 letters of it: the more probable a letter was, the darker it is. Below it what was most expected.
image picture_of(const std::vector<std::vector<judged_letter>>& texts);

}  // namespace samples
