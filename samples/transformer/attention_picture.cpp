#include "attention_picture.hpp"

#include <algorithm>
#include <cmath>

#include "common/colours.hpp"
#include "common/font.hpp"

namespace samples {
namespace {

constexpr int cell = 16, letter_scale = 2, margin = 16, title_height = 26, letters = 22;
constexpr rgb paper{255, 255, 255}, full{20, 60, 130}, future{222, 222, 216};

/// The square root, so that a little attention can be seen too.
rgb colour_of(float share) { return between(paper, full, std::sqrt(std::clamp(static_cast<double>(share), 0.0, 1.0))); }

/// A space as _, what cannot be printed, such as the end of a line, as a box.
std::string shown(char letter) { return std::string(1, letter == ' ' ? '_' : letter); }

void draw(image& canvas, int left, int top, const std::string& text, const attention_table& table) {
  write_text(canvas, left + letters, top, table.title, letter_scale, ink);
  top += title_height;
  const int count = static_cast<int>(text.size());
  for (int i = 0; i < count; ++i) {
    const std::string letter = shown(text[static_cast<std::size_t>(i)]);
    write_text(canvas, left + letters + i * cell + 3, top, letter, letter_scale, ink);
    write_text(canvas, left + 3, top + letters + i * cell, letter, letter_scale, ink);
    for (int k = 0; k < count; ++k)
      fill(canvas, left + letters + k * cell, top + letters + i * cell, cell - 1, cell - 1,
           k > i ? future : colour_of(table.shares[static_cast<std::size_t>(i * count + k)]));
  }
}

}  // namespace

std::vector<float> upper_left(std::span<const float> shares, std::size_t size, std::size_t count) {
  std::vector<float> part;
  for (std::size_t row = 0; row < count; ++row)
    for (std::size_t column = 0; column < count; ++column) part.push_back(shares[row * size + column]);
  return part;
}

image attention_picture(const std::string& text, const std::vector<attention_table>& tables, int per_row) {
  const int count = static_cast<int>(tables.size()), rows = (count + per_row - 1) / per_row;
  const int width = letters + static_cast<int>(text.size()) * cell + margin, height = width + title_height;
  image canvas{margin + per_row * width, 2 * margin + title_height + rows * height, desk};
  write_text(canvas, margin + letters, margin, "Each row: where the character at its left looks. The darker, the more. _ is a space.",
             letter_scale, ink);
  for (int i = 0; i < count; ++i)
    draw(canvas, margin + i % per_row * width, 2 * margin + title_height + i / per_row * height, text, tables[static_cast<std::size_t>(i)]);
  return canvas;
}

}  // namespace samples
