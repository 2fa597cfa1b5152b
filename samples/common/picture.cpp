#include "picture.hpp"

#include <cmath>
#include <stdexcept>

namespace samples {

picture judged(std::span<const std::uint8_t> pixels, std::string_view guess, double confidence,
               std::string_view truth) {
  const std::string percent = std::to_string(std::lround(100 * confidence));
  return {.pixels = pixels,
          .caption = "saw " + std::string{guess} + " " + percent + "%, is " + std::string{truth},
          .marked = guess != truth};
}

void require_picture_sizes(std::span<const picture> pictures) {
  constexpr std::size_t expected = picture_side * picture_side;
  for (const picture& p : pictures)
    if (p.pixels.size() != expected)
      throw std::invalid_argument{"a picture must have " + std::to_string(expected) +
                                  " pixels, found " + std::to_string(p.pixels.size())};
}

}  // namespace samples
