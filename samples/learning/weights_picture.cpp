#include "weights_picture.hpp"

#include <algorithm>
#include <cmath>

#include "common/colours.hpp"

namespace samples {
namespace {

constexpr int gap = 4;
constexpr rgb blue{20, 80, 160};

/// From white at 0 to blue at 1 and red at -1.
rgb colour_of(float weight) { return between({255, 255, 255}, weight < 0 ? red : blue, static_cast<double>(std::abs(weight))); }

int side_of(const std::vector<float>& square) { return static_cast<int>(std::lround(std::sqrt(square.size()))); }

void draw(image& canvas, int left, int top, const std::vector<float>& square, int scale) {
  float largest = 0;
  for (const float weight : square) largest = std::max(largest, std::abs(weight));
  const int side = side_of(square);
  for (int y = 0; y < side; ++y)
    for (int x = 0; x < side; ++x) {
      const float weight = square[static_cast<std::size_t>(y * side + x)];
      fill(canvas, left + x * scale, top + y * scale, scale, scale, colour_of(largest > 0 ? weight / largest : 0));
    }
}

}  // namespace

image weights_picture(const std::vector<std::vector<float>>& squares, int per_line, int scale) {
  const int count = static_cast<int>(squares.size()), lines = (count + per_line - 1) / per_line;
  const int cell = side_of(squares.at(0)) * scale + gap;
  image canvas{per_line * cell + gap, lines * cell + gap, desk};
  for (int i = 0; i < count; ++i)
    draw(canvas, gap + i % per_line * cell, gap + i / per_line * cell, squares[static_cast<std::size_t>(i)], scale);
  return canvas;
}

std::vector<float> part(std::span<const float> all, std::size_t number, std::size_t size) {
  return {all.begin() + static_cast<long>(number * size), all.begin() + static_cast<long>((number + 1) * size)};
}

std::vector<float> middle_of(std::span<const float> image) {
  const float paper = *std::ranges::min_element(image);
  std::vector<float> middle;
  for (std::size_t y = 2; y < 26; y += 2)
    for (std::size_t x = 2; x < 26; x += 2)
      middle.push_back(std::max({image[y * 28 + x], image[y * 28 + x + 1], image[(y + 1) * 28 + x], image[(y + 1) * 28 + x + 1]}) - paper);
  return middle;
}

}  // namespace samples
