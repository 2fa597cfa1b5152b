#include <common/font.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <set>
#include <string>

using namespace samples;

namespace {

constexpr rgb paper{255, 255, 255}, ink{0, 0, 0};

/// The cell of a character as text, '#' for ink.
std::string cell(char character) {
  image canvas{font_width, font_height, paper};
  write_text(canvas, 0, 0, std::string(1, character), 1, ink);
  std::string text;
  for (int y = 0; y < font_height; ++y, text += '\n')
    for (int x = 0; x < font_width; ++x) text += canvas.at(x, y) == ink ? '#' : '.';
  return text;
}

std::ptrdiff_t ink_of(const image& canvas) { return std::ranges::count(canvas.pixels, ink); }

}  // namespace

BOOST_AUTO_TEST_CASE(a_letter_looks_as_drawn) {
  BOOST_TEST(cell('g') ==
             "......\n"
             "......\n"
             ".####.\n"
             "#...#.\n"
             "#...#.\n"
             "#..##.\n"
             ".##.#.\n"
             "....#.\n"
             ".###..\n"
             "......\n");
}

BOOST_AUTO_TEST_CASE(all_printable_characters_differ) {
  std::set<std::string> cells;
  for (char c = ' '; c <= '~'; ++c) cells.insert(cell(c));
  BOOST_TEST(cells.size() == 95u);
  BOOST_TEST(cells.count(cell('\x7f')) == 0u);
}

BOOST_AUTO_TEST_CASE(what_is_not_printable_is_a_box) {
  for (const char c : {'\n', '\0', '\xff', '\x1f'}) BOOST_TEST(cell(c) == cell('\x7f'));
}

BOOST_AUTO_TEST_CASE(characters_advance_and_scale) {
  image small{12, 10, paper}, large{36, 30, paper};
  write_text(small, 0, 0, "aa", 1, ink);
  write_text(large, 0, 0, "aa", 3, ink);
  for (int y = 0; y < large.height; ++y)
    for (int x = 0; x < large.width; ++x) BOOST_REQUIRE((large.at(x, y) == small.at(x / 3, y / 3)));
  for (int y = 0; y < 10; ++y)
    for (int x = 0; x < 6; ++x) BOOST_REQUIRE((small.at(x, y) == small.at(x + 6, y)));
}

BOOST_AUTO_TEST_CASE(what_lies_outside_is_cut_off) {
  image canvas{6, 10, paper};
  for (const auto& [x, y] : {std::pair{-100, 0}, {100, 0}, {0, -100}, {0, 100}})
    write_text(canvas, x, y, "#", 1, ink);
  BOOST_TEST(ink_of(canvas) == 0);
  write_text(canvas, -3, 0, "-", 1, ink);
  BOOST_TEST(ink_of(canvas) == 2);
}
