#pragma once
/// What was read, for people to see.

#include "../image.hpp"
#include "read_page.hpp"

namespace samples {

image in_colour(const grey_image& grey);

/// The page with a frame around each letter and what it was taken for above it: green where the network is sure, red where it is not.
image annotated(const grey_image& photo, const std::vector<read_line>& lines);

/// Each letter with its line and word, both counted from 1, its confidence and its place, as CSV.
std::string letters_table(const std::vector<read_line>& lines);

/// The mean confidence of a line's letters.
double confidence(const read_line& line);

/// How many of the text's characters were read, from 0 to 1: 1 less the edit distance (Levenshtein, 1966) for each character.
double share_right(const std::string& truth, const std::string& text);

}  // namespace samples
