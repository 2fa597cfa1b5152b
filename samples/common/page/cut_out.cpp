#include "cut_out.hpp"

#include <cmath>

namespace samples {
namespace {

constexpr int side = 28, letter_side = 20;

/// The letter alone, with a pixel of edge around it.
grey_image alone(const grey_image& ink, const component& letter) {
  const int left = letter.place.left - 1, top = letter.place.top - 1;
  grey_image cut{letter.place.width() + 2, letter.place.height() + 2, 0};
  for (const int pixel : letter.pixels)
    for (int y = pixel / ink.width - 1; y <= pixel / ink.width + 1; ++y)
      for (int x = pixel % ink.width - 1; x <= pixel % ink.width + 1; ++x)
        if (x >= 0 && y >= 0 && x < ink.width && y < ink.height) cut.at(x - left, y - top) = ink.at(x, y);
  return cut;
}

/// How much of the pixel from `begin` to `begin + 1` lies between two places.
double shared(double from, double to, int begin) { return std::max(0.0, std::min(to, begin + 1.0) - std::max(from, static_cast<double>(begin))); }

/// The mean grey of a rectangle; what is outside of the image is paper.
double mean_grey(const grey_image& image, double left, double top, double size) {
  double sum = 0;
  for (int y = std::max(0, static_cast<int>(std::floor(top))); y < std::min<double>(image.height, top + size); ++y)
    for (int x = std::max(0, static_cast<int>(std::floor(left))); x < std::min<double>(image.width, left + size); ++x)
      sum += image.at(x, y) * shared(left, left + size, x) * shared(top, top + size, y);
  return sum / (size * size);
}

}  // namespace

letter_image cut_out(const grey_image& ink, const component& letter) {
  const grey_image cut = alone(ink, letter);
  const double scale = std::max(letter.place.width(), letter.place.height()) / static_cast<double>(letter_side);
  const double size = std::max(scale, 1.0);  // a letter of few pixels is not made sharper than it is
  std::array<double, side * side> greys{};
  for (int y = 0; y < side; ++y)
    for (int x = 0; x < side; ++x) {
      const double u = cut.width / 2.0 + (x + 0.5 - side / 2.0) * scale, v = cut.height / 2.0 + (y + 0.5 - side / 2.0) * scale;
      greys[static_cast<std::size_t>(y * side + x)] = mean_grey(cut, u - size / 2, v - size / 2, size);
    }
  const double darkest = std::max(1.0, *std::ranges::max_element(greys));
  letter_image image{};
  std::ranges::transform(greys, image.begin(), [&](double grey) { return static_cast<std::uint8_t>(std::lround(255 * grey / darkest)); });
  return image;
}

}  // namespace samples
