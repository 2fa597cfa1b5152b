#include "drawing.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "common/picture.hpp"

namespace samples {

drawing drawing_of(std::span<const std::uint8_t> pixels) {
  drawing image;
  for (const std::uint8_t pixel : pixels) image.push_back(static_cast<float>(pixel) / 255);
  return image;
}

std::vector<std::uint8_t> pixels_of(const drawing& image) {
  std::vector<std::uint8_t> pixels;
  for (const float ink : image) pixels.push_back(static_cast<std::uint8_t>(std::lround(255 * ink)));
  return pixels;
}

std::vector<std::uint8_t> map_of(drawing numbers) {
  for (float& number : numbers) number = std::abs(number);
  const float largest = std::max(std::ranges::max(numbers), 1e-9f);
  for (float& number : numbers) number /= largest;
  return pixels_of(numbers);
}

drawing average(const hello_dl::dataset& data) {
  std::vector<double> sums(data.pixels_per_image());
  for (std::size_t i = 0; i < data.pixels.size(); ++i) sums[i % sums.size()] += data.pixels[i];
  drawing image;
  for (const double sum : sums) image.push_back(static_cast<float>(sum / 255 / static_cast<double>(data.size())));
  return image;
}

drawing difference(const drawing& a, const drawing& b) {
  drawing result;
  for (std::size_t i = 0; i < a.size(); ++i) result.push_back(std::abs(a[i] - b[i]));
  return result;
}

float mean(const drawing& numbers) { return std::accumulate(numbers.begin(), numbers.end(), 0.0f) / static_cast<float>(numbers.size()); }

//[climb
void climb(drawing& image, const drawing& slope, float length) {
  const float steepness = std::sqrt(std::inner_product(slope.begin(), slope.end(), slope.begin(), 1e-12f));
  for (std::size_t i = 0; i < image.size(); ++i)
    image[i] = std::clamp(image[i] + length * slope[i] / steepness, 0.0f, 1.0f);
}
//]

void blur(drawing& image, float share) {
  const drawing before = image;
  const auto at = [&](int row, int column) {
    const bool inside = std::min(row, column) >= 0 && std::max(row, column) < picture_side;
    return inside ? before[static_cast<std::size_t>(row * picture_side + column)] : 0.0f;
  };
  for (std::size_t i = 0; i < image.size(); ++i) {
    const int row = static_cast<int>(i) / picture_side, column = static_cast<int>(i) % picture_side;
    const float around = at(row - 1, column) + at(row + 1, column) + at(row, column - 1) + at(row, column + 1);
    image[i] += share * (around / 4 - image[i]);
  }
}

}  // namespace samples
