#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace samples {

constexpr int picture_side = 28;

/// A grey picture of 28 x 28 pixels and what is written under it.
struct picture {
  std::span<const std::uint8_t> pixels;  ///< row-major; 0 is paper, 255 is ink
  std::string caption = {};              ///< ASCII
  bool marked = false;                   ///< stands out, as wrong guesses do
};

/// The picture of a letter that a network was shown, with the caption "saw a 98%, is g"; marked if
/// the guess is wrong. The confidence is in [0, 1].
picture judged(std::span<const std::uint8_t> pixels, std::string_view guess, double confidence,
               std::string_view truth);

/// Throws std::invalid_argument unless all are 28 x 28.
void require_picture_sizes(std::span<const picture> pictures);

}  // namespace samples
