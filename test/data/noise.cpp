// Noise: Box and Muller's formula, for any number of pixels.
#include <hello_dl/data/noise.hpp>

#include <cmath>
#include <numbers>
#include <vector>

namespace {

constexpr std::uint64_t seed = 7, stream = 9, counter = std::uint64_t{3} << 32;

/// The formula, in double.
double expected(std::size_t pixel) {
  const hello_dl::random_block bits = hello_dl::random_bits128(seed, stream, counter + pixel / 4 * 4);
  const std::size_t half = pixel % 4 / 2;
  const double radius = std::sqrt(-2 * std::log((bits[2 * half] + 1.0) * 0x1p-32)), angle = 2 * std::numbers::pi * 0x1p-32 * bits[2 * half + 1];
  return radius * (pixel % 2 == 0 ? std::cos(angle) : std::sin(angle));
}

std::vector<float> noisy(std::size_t pixels, float level, float deviation) {
  std::vector<float> levels(pixels, level);
  hello_dl::detail::add_noise(seed, stream, counter, deviation, levels);
  return levels;
}

BOOST_AUTO_TEST_CASE(each_pixel_gets_its_number) {
  for (const std::size_t pixels : {1u, 3u, 17u, 31u, 33u, 784u}) {
    const std::vector<float> levels = noisy(pixels, 0.5f, 0.05f);
    for (std::size_t i = 0; i < pixels; ++i) BOOST_TEST(std::abs(levels[i] - 0.5 - 0.05 * expected(i)) < 1e-6);
  }
  BOOST_TEST(noisy(0, 0, 1).empty());
}

BOOST_AUTO_TEST_CASE(levels_stay_between_paper_and_ink) {
  int clamped = 0;
  const std::vector<float> levels = noisy(784, 0.5f, 1);
  for (std::size_t i = 0; i < levels.size(); ++i) {
    const double free = 0.5 + expected(i);
    BOOST_TEST(std::abs(levels[i] - std::min(std::max(free, 0.0), 1.0)) < 1e-5);
    clamped += free < 0 || free > 1;
  }
  BOOST_TEST(clamped > 400);
}

}  // namespace
