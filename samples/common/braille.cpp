#include "braille.hpp"

namespace samples {
namespace {

// The code of a character is U+2800 plus the bits of its dots.
constexpr std::uint8_t bit_of_dot[4][2] = {{1, 8}, {2, 16}, {4, 32}, {64, 128}};

}  // namespace

braille_canvas::braille_canvas(int columns, int rows)
    : columns_{columns},
      rows_{rows},
      dots_(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows)) {}

void braille_canvas::set(int x, int y) {
  if (x < 0 || y < 0 || x >= width() || y >= height()) return;
  dots_[index(x / 2, y / 4)] |= bit_of_dot[y % 4][x % 2];
}

std::string braille_canvas::character(int column, int row) const {
  const std::uint8_t dots = dots_[index(column, row)];
  return {'\xE2', static_cast<char>(0xA0 | dots >> 6), static_cast<char>(0x80 | (dots & 0x3F))};
}

}  // namespace samples
