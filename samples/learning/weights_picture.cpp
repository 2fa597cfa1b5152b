#include "weights_picture.hpp"

#include <algorithm>
#include <cmath>

#include "common/colours.hpp"

namespace samples {
namespace {

constexpr int side = 28, gap = 4, scale = 2, cell = side * scale + gap;
constexpr rgb blue{20, 80, 160};

/// From white at 0 to blue at 1 and red at -1.
rgb colour_of(float weight) {
  const rgb full = weight < 0 ? red : blue;
  const auto mixed = [&](std::uint8_t part) { return static_cast<std::uint8_t>(std::lround(255 + std::abs(weight) * static_cast<float>(part - 255))); };
  return {mixed(full.red), mixed(full.green), mixed(full.blue)};
}

void draw(image& canvas, int left, int top, const std::vector<float>& weights) {
  float largest = 0;
  for (const float weight : weights) largest = std::max(largest, std::abs(weight));
  for (int y = 0; y < side * scale; ++y)
    for (int x = 0; x < side * scale; ++x) {
      const float weight = weights[static_cast<std::size_t>(y / scale * side + x / scale)];
      canvas.at(left + x, top + y) = colour_of(largest > 0 ? weight / largest : 0);
    }
}

}  // namespace

image weights_picture(const std::vector<std::vector<float>>& neurons, int per_line) {
  const int count = static_cast<int>(neurons.size()), lines = (count + per_line - 1) / per_line;
  image canvas{per_line * cell + gap, lines * cell + gap, desk};
  for (int i = 0; i < count; ++i)
    draw(canvas, gap + i % per_line * cell, gap + i / per_line * cell, neurons[static_cast<std::size_t>(i)]);
  return canvas;
}

}  // namespace samples
