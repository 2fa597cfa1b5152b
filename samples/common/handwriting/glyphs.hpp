#pragma once
/// How letters and digits are written: for every character several skeletons, all drawn for this
/// project.

#include <span>
#include <vector>

#include "stroke.hpp"

namespace samples::handwriting {

/// One way to write a character, in the path language of stroke.hpp. To teach the generator
/// another style, add a line to one of the three tables.
struct glyph_style {
  char character;
  std::string_view path;
};

std::span<const glyph_style> capital_styles();
std::span<const glyph_style> small_letter_styles();
std::span<const glyph_style> digit_styles();

/// All styles of one character, parsed once; throws std::invalid_argument when there is none.
const std::vector<skeleton>& styles_of(char character);

}  // namespace samples::handwriting
