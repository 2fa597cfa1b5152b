#include "confusion_picture.hpp"

#include <algorithm>
#include <cmath>

#include "colours.hpp"
#include "font.hpp"

namespace samples {
namespace {

constexpr int cell = 28, margin = 12, name_scale = 2;
constexpr int left = margin + cell, top = margin + 3 * cell;
constexpr rgb blue{20, 80, 160}, white{255, 255, 255};

/// From white to a colour. The root lets small shares be seen.
rgb shade_of(rgb colour, double share) {
  const double strength = std::sqrt(share);
  const auto mixed = [&](std::uint8_t full) { return static_cast<std::uint8_t>(std::lround(255 + strength * (full - 255))); };
  return {mixed(colour.red), mixed(colour.green), mixed(colour.blue)};
}

/// Text in the middle of the cell at (x, y).
void write_in_cell(image& canvas, int x, int y, const std::string& text, int scale, rgb colour) {
  const int width = static_cast<int>(text.size()) * font_width * scale;
  write_text(canvas, x + (cell - width) / 2, y + (cell - font_height * scale) / 2, text, scale, colour);
}

void draw_cell(image& canvas, int x, int y, double share, rgb colour) {
  for (int row = 1; row < cell; ++row)
    for (int column = 1; column < cell; ++column) canvas.at(x + column, y + row) = shade_of(colour, share);
  const long percent = std::lround(100 * share);
  if (percent > 0) write_in_cell(canvas, x, y, std::to_string(percent), 1, share > 0.3 ? white : ink);
}

void draw_row(image& canvas, const confusion_matrix& confusion, int truth) {
  std::size_t images = 0;
  for (int guess = 0; guess < confusion.classes(); ++guess) images += confusion.count(truth, guess);
  for (int guess = 0; guess < confusion.classes(); ++guess) {
    const double count = static_cast<double>(confusion.count(truth, guess));
    draw_cell(canvas, left + guess * cell, top + truth * cell, count / static_cast<double>(std::max<std::size_t>(images, 1)),
              guess == truth ? blue : red);
  }
}

}  // namespace

image confusion_picture(const confusion_matrix& confusion, std::span<const std::string> class_names) {
  const int classes = confusion.classes();
  image canvas{left + classes * cell + margin, top + classes * cell + margin, desk};
  write_text(canvas, margin, margin, "rows: what it is", name_scale, ink);
  write_text(canvas, margin, margin + cell, "columns: what it was taken for, in %", name_scale, ink);
  for (int c = 0; c < classes; ++c) {
    const std::string& name = class_names[static_cast<std::size_t>(c)];
    write_in_cell(canvas, left + c * cell, top - cell, name, name_scale, ink);
    write_in_cell(canvas, left - cell, top + c * cell, name, name_scale, ink);
    draw_row(canvas, confusion, c);
  }
  return canvas;
}

}  // namespace samples
