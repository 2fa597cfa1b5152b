#pragma once
/// Components of ink become letters, and letters become lines.

#include "components.hpp"

namespace samples {

/// The height of a letter on this page: most of the components that are not specks are smaller, some are larger. 0 if there is
/// nothing to read.
int letter_height(const std::vector<component>& parts);

/// How much lines rise or fall, in pixels down per pixel to the right: the slope at which the letters fall into the fewest rows.
double slope_of(const std::vector<component>& parts, int height);

/// How far letters lean to the right, in pixels per pixel up: the median of how the pixels of each lie. `width` is the image's.
double lean_of(const std::vector<component>& parts, int height, int width);

/// How the lines of a page are written: see the functions above.
struct hand_on_page {
  int height;
  double slope = 0, lean = 0;
};

/// The letters of each line from left to right, the topmost line first. What belongs to one letter is joined: dots to i and j,
/// bars to E. Specks, and what is far too large for a letter, are left out.
std::vector<std::vector<component>> lines_of(std::vector<component> parts, const hand_on_page& hand);

}  // namespace samples
