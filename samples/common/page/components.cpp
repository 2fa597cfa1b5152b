#include "components.hpp"

#include <array>

namespace samples {
namespace {

box place_of(const std::vector<int>& pixels, int width) {
  box around{pixels[0] % width, pixels[0] / width, 0, 0};
  for (const int pixel : pixels) {
    const int x = pixel % width, y = pixel / width;
    around = around | box{x, y, x + 1, y + 1};
  }
  return around;
}

/// Takes a pixel's component out of the image.
std::vector<int> flood(std::vector<char>& dark, int first, int width, int height) {
  std::vector<int> pixels{first};
  dark[static_cast<std::size_t>(first)] = 0;
  for (std::size_t next = 0; next < pixels.size(); ++next) {
    const int x = pixels[next] % width, y = pixels[next] / width;
    for (int v = std::max(y - 1, 0); v <= std::min(y + 1, height - 1); ++v)
      for (int u = std::max(x - 1, 0); u <= std::min(x + 1, width - 1); ++u)
        if (char& here = dark[static_cast<std::size_t>(v) * static_cast<std::size_t>(width) + static_cast<std::size_t>(u)]; here) {
          here = 0;
          pixels.push_back(v * width + u);
        }
  }
  return pixels;
}

}  // namespace

std::vector<component> components_of(const grey_image& ink, int threshold) {
  std::vector<char> dark;
  dark.reserve(ink.pixels.size());
  for (const std::uint8_t grey : ink.pixels) dark.push_back(grey >= threshold);
  std::vector<component> found;
  for (std::size_t i = 0; i < dark.size(); ++i)
    if (dark[i]) {
      std::vector<int> pixels = flood(dark, static_cast<int>(i), ink.width, ink.height);
      const box place = place_of(pixels, ink.width);
      found.push_back({place, std::move(pixels)});
    }
  return found;
}

component joined(component a, const component& b) {
  a.place = a.place | b.place;
  a.pixels.insert(a.pixels.end(), b.pixels.begin(), b.pixels.end());
  return a;
}

std::pair<component, component> cut_at(const component& whole, int column, int width) {
  std::array<std::vector<int>, 2> sides;
  for (const int pixel : whole.pixels) sides[pixel % width >= column].push_back(pixel);
  const auto side = [&](std::vector<int>& pixels) {
    const box place = pixels.empty() ? box{} : place_of(pixels, width);
    return component{place, std::move(pixels)};
  };
  return {side(sides[0]), side(sides[1])};
}

}  // namespace samples
