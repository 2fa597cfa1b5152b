#pragma once
#include <array>
#include <cstdint>
#include <vector>

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

/// Paper to write on.
class canvas {
 public:
  /// `softness`: the width, in pixels, over which an edge fades from ink to paper.
  canvas(int width, int height, double softness)
      : width_(width), height_(height), softness_(softness), coverage_(std::size_t(width) * std::size_t(height)) {}

  /// Draws the line between two spots, its width changing evenly; ink does not add up.
  void draw_line(const dab& from, const dab& to);

  /// How much of each pixel is ink (0 to 1), row by row.
  const std::vector<double>& coverage() const { return coverage_; }

 private:
  int width_, height_;
  double softness_;
  std::vector<double> coverage_;
};

}  // namespace samples::handwriting
