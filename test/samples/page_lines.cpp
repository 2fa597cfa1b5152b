#include <common/page/find_letters.hpp>
#include <common/page/lines.hpp>
#include <common/page/write_page.hpp>

#include <cmath>

#include "page.hpp"

using namespace samples;

namespace {

component boxed(box place) { return {place, {0}}; }

std::vector<box> places(const std::vector<component>& line) {
  std::vector<box> result;
  for (const component& part : line) result.push_back(part.place);
  return result;
}

/// How many letters each word of a line has.
std::vector<std::size_t> word_lengths(const std::string& line) {
  std::vector<std::size_t> lengths{0};
  for (const char c : line) c == ' ' ? lengths.push_back(0) : void(++lengths.back());
  return lengths;
}

}  // namespace

BOOST_AUTO_TEST_CASE(dots_and_strokes_belong_to_letters_and_full_stops_do_not) {
  const box stem{10, 20, 14, 50}, dot{11, 8, 15, 12}, letter{30, 20, 50, 50}, bar{31, 12, 50, 15}, stop{56, 47, 60, 51}, speck{80, 30, 81, 31};
  const auto lines = lines_of({boxed(stop), boxed(letter), boxed(dot), boxed(bar), boxed(stem), boxed(speck)}, {30});
  BOOST_REQUIRE(lines.size() == 1u);
  BOOST_TEST((places(lines[0]) == std::vector{stem | dot, letter | bar}));
}

BOOST_AUTO_TEST_CASE(where_letters_lean_dots_lean_with_them) {
  const box stem{10, 20, 24, 50}, next{32, 30, 50, 50}, dot{30, 8, 34, 12};
  const auto upright = lines_of({boxed(stem), boxed(next), boxed(dot)}, {30});
  BOOST_TEST((places(upright.at(0)) == std::vector{stem, next | dot}));
  const auto leaning = lines_of({boxed(stem), boxed(next), boxed(dot)}, {.height = 30, .lean = 0.5});
  BOOST_TEST((places(leaning.at(0)) == std::vector{stem | dot, next}));
}

BOOST_AUTO_TEST_CASE(how_letters_lean_is_seen) {
  for (const double lean : {-0.25, 0.0, 0.5}) {
    grey_image ink{400, 100, 0};
    for (int i = 0; i < 5; ++i)
      for (int y = 0; y < 40; ++y) {
        const int x = 60 + 60 * i + static_cast<int>(std::lround(lean * (40 - y)));
        test::draw_box(ink, {x, 30 + y, x + 5, 31 + y});
      }
    const double found = lean_of(components_of(ink, 1), 40, ink.width);
    BOOST_TEST(std::abs(found - lean) < 0.02, found << " for " << lean);
  }
}

BOOST_AUTO_TEST_CASE(sloping_lines_are_found) {
  std::vector<component> parts;
  for (const double slope : {-0.1, 0.0, 0.07}) {
    parts.clear();
    for (int line = 0; line < 4; ++line)
      for (int i = 0; i < 20; ++i) {
        const int x = 40 * i, y = 200 + 60 * line + static_cast<int>(slope * x), low = i % 3 == 0 ? 8 : 0;
        parts.push_back(boxed({x, y + low, x + 20, y + 30 + low}));
      }
    const double found = slope_of(parts, 30);
    BOOST_TEST(std::abs(found - slope) < 0.012, found << " for " << slope);
    const auto lines = lines_of(parts, {letter_height(parts), found});
    BOOST_REQUIRE(lines.size() == 4u);
    for (const auto& line : lines) BOOST_TEST(line.size() == 20u);
    BOOST_TEST(lines[0][0].place.top < lines[1][0].place.top);
  }
}

BOOST_AUTO_TEST_CASE(nothing_is_no_page) {
  for (const grey_image& photo : {grey_image{1, 1}, grey_image{1, 2000}, grey_image{300, 200, 0}, grey_image{5, 5, 90}})
    BOOST_TEST(find_letters(photo).lines.empty());
}

BOOST_AUTO_TEST_CASE(grain_of_a_picture_ends_without_letters_or_with_some) {
  grey_image photo{1000, 1000};
  for (std::size_t i = 0; i < photo.pixels.size(); ++i) photo.pixels[i] = static_cast<std::uint8_t>((i * i * 2654435761u) >> 24);
  std::size_t pixels = 0;
  for (const found_line& line : find_letters(photo).lines)
    for (const found_word& word : line)
      for (const found_letter& letter : word) pixels += letter.ink.pixels.size();
  BOOST_TEST(pixels <= photo.pixels.size());
}

BOOST_AUTO_TEST_CASE(lines_words_and_letters_of_written_pages_are_found) {
  std::size_t lines = 0, right = 0;
  for (const std::uint64_t number : {21u, 22u}) {
    const written_page page = write_page(number);
    const found_page found = find_letters(page.photo);
    BOOST_REQUIRE(found.lines.size() == page.lines.size());
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
      std::vector<std::size_t> lengths;
      for (const found_word& word : found.lines[i]) lengths.push_back(word.size());
      ++lines;
      right += lengths == word_lengths(page.lines[i]);
    }
  }
  BOOST_TEST(right * 10 >= lines * 7, right << " of " << lines << " lines have all their letters in the right words");
}

BOOST_AUTO_TEST_CASE(a_photo_of_more_pixels_is_read_as_well) {
  const grey_image photo = write_page(23).photo;
  grey_image large{2 * photo.width, 2 * photo.height};
  for (int y = 0; y < large.height; ++y)
    for (int x = 0; x < large.width; ++x) large.at(x, y) = photo.at(x / 2, y / 2);
  const found_page small_page = find_letters(photo), large_page = find_letters(large);
  BOOST_REQUIRE(small_page.lines.size() == large_page.lines.size());
  for (std::size_t i = 0; i < small_page.lines.size(); ++i) BOOST_TEST(small_page.lines[i].size() == large_page.lines[i].size());
  BOOST_TEST(small_page.ink.pixels == large_page.ink.pixels);
}

BOOST_AUTO_TEST_CASE(letters_that_touch_are_cut_where_the_ink_is_thinnest) {
  grey_image photo{300, 100, 230};
  for (const box& place : {box{50, 20, 75, 70}, box{75, 40, 85, 44}, box{85, 20, 110, 70}, box{160, 20, 180, 70}}) test::draw_box(photo, place, 40);
  const found_page page = find_letters(photo);
  BOOST_REQUIRE((page.lines.size() == 1u && page.lines[0].size() == 2u));
  BOOST_TEST(!in_two(page, page.lines[0][1][0]).has_value());
  const auto two = in_two(page, page.lines[0][0][0]);
  BOOST_REQUIRE(two.has_value());
  const auto& [left, right] = *two;
  BOOST_TEST((left.ink.place.left == 50 && left.ink.place.right <= 85 && left.ink.place.right >= 75));
  BOOST_TEST((right.ink.place.right == 110 && right.ink.place.left == left.ink.place.right));
}

BOOST_AUTO_TEST_CASE(a_page_is_the_same_each_time) {
  const written_page page = write_page(5), again = write_page(5), other = write_page(6);
  BOOST_TEST((page.lines == again.lines && page.photo.pixels == again.photo.pixels));
  BOOST_TEST((page.lines != other.lines));
  BOOST_TEST((write_scrap('a', 3) == write_scrap('a', 3) && write_scrap('a', 3) != write_scrap('a', 4)));
}
