#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

namespace samples {

/// A picture in shades of grey, as from a camera: 0 is black, 255 is white.
struct grey_image {
  grey_image(int columns, int rows, std::uint8_t fill = 255)
      : width{columns}, height{rows}, pixels(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows), fill) {}

  std::uint8_t& at(int x, int y) { return pixels[index(x, y)]; }
  std::uint8_t at(int x, int y) const { return pixels[index(x, y)]; }

  int width, height;
  std::vector<std::uint8_t> pixels;  ///< row-major, the top row first

 private:
  std::size_t index(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x);
  }
};

}  // namespace samples
