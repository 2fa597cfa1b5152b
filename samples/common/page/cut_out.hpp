#pragma once
#include <array>
#include <cstdint>

#include "components.hpp"

namespace samples {

/// 28 x 28, row-major; 0 is paper, 255 is ink.
using letter_image = std::array<std::uint8_t, 784>;

/// A letter as the images that networks learn from: its longer side is 20 pixels, its middle is the image's, and its darkest ink
/// is 255. Of `ink` it takes only what belongs to the letter, and its soft edges.
letter_image cut_out(const grey_image& ink, const component& letter);

}  // namespace samples
