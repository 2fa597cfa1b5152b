#pragma once
#include <cmath>

#include "image.hpp"

namespace samples {

/// What pictures lie on, what is written on it, and what stands out.
constexpr rgb desk{236, 236, 232}, ink{40, 40, 40}, red{190, 20, 20};

/// From `a` (a share of 0) to `b` (a share of 1).
inline rgb between(rgb a, rgb b, double share) {
  const auto mix = [&](std::uint8_t from, std::uint8_t to) { return static_cast<std::uint8_t>(std::lround(from + share * (to - from))); };
  return {mix(a.red, b.red), mix(a.green, b.green), mix(a.blue, b.blue)};
}

/// A rectangle that lies in the image.
inline void fill(image& canvas, int left, int top, int width, int height, rgb colour) {
  for (int y = top; y < top + height; ++y)
    for (int x = left; x < left + width; ++x) canvas.at(x, y) = colour;
}

}  // namespace samples
