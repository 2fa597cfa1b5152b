#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace samples {

/// A grid of dots, shown as braille characters of 2 x 4 dots each (Unicode U+2800 to U+28FF).
class braille_canvas {
 public:
  /// In characters.
  braille_canvas(int columns, int rows);

  int width() const { return 2 * columns_; }  ///< in dots
  int height() const { return 4 * rows_; }    ///< in dots

  /// Sets a dot; (0, 0) is the upper left one. Dots outside of the canvas are ignored.
  void set(int x, int y);

  /// Whether the character has any dot.
  bool any(int column, int row) const { return dots_[index(column, row)] != 0; }

  /// The character in UTF-8.
  std::string character(int column, int row) const;

 private:
  std::size_t index(int column, int row) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
           static_cast<std::size_t>(column);
  }

  int columns_, rows_;
  std::vector<std::uint8_t> dots_;  // per character a bit per dot
};

}  // namespace samples
