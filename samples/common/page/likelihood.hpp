#pragma once
/// How likely a character is, from what a network says of its form and from its size and place in the line.

#include <vector>

namespace samples {

/// A letter in a line, as if the line were level.
struct seen_letter {
  std::vector<float> probabilities;  ///< of letter_classes
  double height, bottom;             ///< in pixels; bottom counts downwards
};

/// How large a line is written.
struct line_scale {
  double capital;  ///< height of one, in pixels
  double foot;     ///< the line that letters stand on
};

/// From the letters whose class tells how high they are and how deep they reach: medians. `otherwise` is a capital's height if
/// there is no such letter.
line_scale scale_of(const std::vector<seen_letter>& letters, double otherwise);

struct likely_character {
  char character;
  double likelihood;  ///< greater than 0
};

/// For each letter and digit. Sizes and places are taken to be normally distributed around those of metrics.hpp.
std::vector<likely_character> likelihoods(const seen_letter& letter, const line_scale& scale);

}  // namespace samples
