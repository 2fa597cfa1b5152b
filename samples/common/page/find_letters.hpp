#pragma once
#include <optional>

#include "cut_out.hpp"

namespace samples {

struct found_letter {
  component ink;       ///< in found_page::ink
  letter_image image;  ///< the same, cut out
};

using found_word = std::vector<found_letter>;
using found_line = std::vector<found_word>;

struct found_page {
  std::vector<found_line> lines;
  double letter_height, slope;  ///< in pixels; how much lines fall, in pixels per pixel to the right
  grey_image ink;               ///< the page without light and shadow, and smaller if the photo was large: 0 is paper, 255 is ink
};

/// The letters of a photo or scan of separate letters, in the order in which they are read.
found_page find_letters(const grey_image& photo);

/// Two pieces as one letter.
found_letter as_one(const found_page& page, const found_letter& a, const found_letter& b);

/// A letter in two, left and right of where it has the least ink: two letters that touch have one stroke there, or little more.
/// Nothing if it has much more ink there.
std::optional<std::pair<found_letter, found_letter>> in_two(const found_page& page, const found_letter& letter);

}  // namespace samples
