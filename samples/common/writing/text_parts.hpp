#pragma once
#include <string>
#include <string_view>

namespace samples {

/// A text to learn from, and one to find out on how much was learned. The same for every run.
struct text_parts {
  std::string training, held_out;
};

/// The last tenth is held out; it begins with a line, if the text has lines.
text_parts hold_out_end(std::string_view text);

/// One line in ten is held out, drawn at random from each ten that follow one another: for lists, where the order may have a meaning.
/// All lines end with a newline. Throws data_error, about `file`, if there are fewer than ten.
text_parts hold_out_lines(std::string_view text, const std::string& file);

}  // namespace samples
