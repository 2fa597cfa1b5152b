#pragma once
#include <string>
#include <vector>

#include "picture.hpp"
#include "screen.hpp"

namespace samples {

/// A picture as lines of text, each of the same width.
struct text_picture {
  int width;  ///< in columns
  std::vector<std::string> lines;
};

/// In shades of grey if the output has colours and Unicode, in braille dots if only Unicode,
/// otherwise in ASCII characters.
text_picture shade(const picture& p, const screen& output);

}  // namespace samples
