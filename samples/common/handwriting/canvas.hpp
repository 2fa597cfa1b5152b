#pragma once
#include <array>
#include <cstdint>

#include "stroke.hpp"

namespace samples::handwriting {

constexpr int image_side = 28;

/// Greys, row by row and upright: 0 is paper, 255 is ink.
using image = std::array<std::uint8_t, image_side * image_side>;

/// A round spot of ink; lengths are in pixels.
struct dab {
  point at;
  double radius;
};

/// Paper for one character.
class canvas {
 public:
  /// `softness`: the width, in pixels, over which an edge fades from ink to paper.
  explicit canvas(double softness) : softness_(softness) {}

  /// Draws the line between two spots, its width changing evenly; ink does not add up.
  void draw_line(const dab& from, const dab& to);

  /// The greys, when full ink is `ink` (0 to 1).
  image greys(double ink) const;

 private:
  double softness_;
  std::array<double, image_side * image_side> coverage_{};
};

}  // namespace samples::handwriting
