#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

namespace samples {

struct rgb {
  std::uint8_t red = 0, green = 0, blue = 0;
  friend bool operator==(rgb, rgb) = default;
};

/// A colour image.
struct image {
  image(int columns, int rows, rgb fill)
      : width{columns},
        height{rows},
        pixels(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows), fill) {}

  rgb& at(int x, int y) { return pixels[index(x, y)]; }
  const rgb& at(int x, int y) const { return pixels[index(x, y)]; }

  int width, height;
  std::vector<rgb> pixels;  ///< row-major, the top row first

 private:
  std::size_t index(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
           static_cast<std::size_t>(x);
  }
};

}  // namespace samples
