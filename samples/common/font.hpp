#pragma once
#include <string_view>

#include "image.hpp"

namespace samples {

/// A character's cell is 6 x 10 dots: 5 x 7 above the base line and two dots below it for g, j, p,
/// q and y, then a dot of space to the right and at the bottom.
constexpr int font_width = 6, font_height = 10;

/// Writes a line of text with its upper left corner at (x, y), a dot being `scale` x `scale`
/// pixels. What lies outside of the image is cut off; what is not printable ASCII shows as a box.
void write_text(image& canvas, int x, int y, std::string_view text, int scale, rgb colour);

}  // namespace samples
