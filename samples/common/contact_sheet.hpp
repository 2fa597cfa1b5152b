#pragma once
#include <span>

#include "image.hpp"
#include "picture.hpp"

namespace samples {

/// All pictures, enlarged, on one sheet: ink on white paper, captions below, marked ones in red.
/// Throws std::invalid_argument if there are none or one is not 28 x 28.
image contact_sheet(std::span<const picture> pictures, int pictures_per_row = 6);

}  // namespace samples
