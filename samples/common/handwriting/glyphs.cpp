#include "glyphs.hpp"

#include <map>
#include <stdexcept>
#include <string>

namespace samples::handwriting {
namespace {

using style_book = std::map<char, std::vector<skeleton>>;

style_book parse_tables() {
  style_book book;
  for (const auto table : {capital_styles(), small_letter_styles(), digit_styles()}) {
    for (const glyph_style& style : table) {
      book[style.character].push_back(parse_strokes(style.path));
    }
  }
  return book;
}

}  // namespace

const std::vector<skeleton>& styles_of(char character) {
  static const style_book book = parse_tables();
  const auto found = book.find(character);
  if (found != book.end()) return found->second;
  throw std::invalid_argument(std::string("handwriting: there is no skeleton for '") + character +
                              "', only for A-Z, a-z and 0-9");
}

}  // namespace samples::handwriting
