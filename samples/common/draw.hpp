#pragma once
#include <span>
#include <string>

#include "picture.hpp"
#include "screen.hpp"

namespace samples {

/// Pictures with their captions as text, as many side by side as fit, in rows of equal length.
/// In shades of grey if the output has colours and Unicode, in braille dots if only Unicode,
/// otherwise in ASCII characters. Throws std::invalid_argument if a picture is not 28 x 28.
std::string draw(std::span<const picture> pictures, const screen& output);

}  // namespace samples
