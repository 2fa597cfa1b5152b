#pragma once
/// What the reader of pages is tried on, and what it learns from, in the hand of the generator's writers.

#include <string>
#include <vector>

#include "cut_out.hpp"

namespace samples {

struct written_page {
  grey_image photo;
  std::vector<std::string> lines;  ///< what is written there, words with a space between them
};

/// A page with words and numbers in separate letters, in one hand, as a phone might see it: about 1.6 megapixels, lines that are
/// not quite level, light from one side, a shadow, noise. The same for the same number, but for the last bit of a grey.
written_page write_page(std::uint64_t number);

/// A single character, written as on a page and cut out as from a page. By other writers than any page.
letter_image write_scrap(char character, std::uint64_t number);

}  // namespace samples
