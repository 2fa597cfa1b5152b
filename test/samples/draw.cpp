#include <common/draw.hpp>
#include <samples/columns.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <stdexcept>
#include <vector>

using namespace samples;

namespace {

using pixels = std::vector<std::uint8_t>;

const pixels blank(picture_side*picture_side), full(picture_side*picture_side, 255);

/// Ink in the left half only.
pixels left_half() {
  pixels result = blank;
  for (std::size_t i = 0; i < result.size(); ++i)
    if (i % picture_side < picture_side / 2) result[i] = 255;
  return result;
}

std::vector<picture> sixteen(bool marked = false) {
  return std::vector<picture>(16, {full, "saw a 100%, is g", marked});
}

/// How many pictures stand side by side.
std::ptrdiff_t per_row(const std::string& drawing) {
  const auto lines = test::lines_of(drawing);
  const auto captions = std::ranges::find_if(
      lines, [](const std::string& line) { return line.find("saw") != std::string::npos; });
  return std::ranges::count(*captions, '%');
}

const screen ascii{}, braille{.unicode = true};
const screen greys{.unicode = true, .colours = colour_depth::rgb};
const screen palette{.unicode = true, .colours = colour_depth::palette_256};

}  // namespace

BOOST_AUTO_TEST_CASE(rows_fit_the_width_and_are_equally_long) {
  const auto pictures = sixteen(true);
  for (screen output : {ascii, braille, greys, palette})
    for (const auto& [columns, expected] :
         {std::pair{20, 1}, {77, 3}, {78, 4}, {80, 4}, {160, 8}, {200, 8}, {400, 16}}) {
      output.columns = columns;
      const std::string drawing = draw(pictures, output);
      BOOST_TEST(per_row(drawing) == expected);
      BOOST_TEST(test::width(drawing) <= columns);
    }
}

BOOST_AUTO_TEST_CASE(a_window_too_narrow_for_one_picture_gets_one_per_row) {
  BOOST_TEST(per_row(draw(sixteen(), {.columns = 0})) == 1);
}

BOOST_AUTO_TEST_CASE(captions_tell_guess_confidence_and_truth_and_mark_what_is_wrong) {
  const picture right = judged(blank, "g", 0.984, "g"), wrong = judged(blank, "a", 1, "g");
  BOOST_TEST(right.caption == "saw g 98%, is g");
  BOOST_TEST(!right.marked);
  BOOST_TEST(wrong.caption == "saw a 100%, is g");
  BOOST_TEST(wrong.marked);
  const std::vector pictures{wrong, right};
  BOOST_TEST(draw(pictures, ascii).ends_with("\nsaw a 100%, is g X  saw g 98%, is g\n"));
  BOOST_TEST(draw(pictures, braille).ends_with("\nsaw a 100%, is g ✗  saw g 98%, is g\n"));
  BOOST_TEST(
      draw(pictures, greys).ends_with("\n\033[31msaw a 100%, is g ✗\033[0m  saw g 98%, is g\n"));
}

BOOST_AUTO_TEST_CASE(a_caption_too_long_for_its_cell_is_cut) {
  const std::vector<picture> pictures(4, {blank, std::string(100, 'x'), true});
  for (const screen& output : {ascii, braille, greys})
    BOOST_TEST(test::width(draw(pictures, output)) == 78);
}

BOOST_AUTO_TEST_CASE(without_colours_no_escapes_and_without_unicode_only_ascii) {
  BOOST_TEST(test::is_ascii(draw(sixteen(true), ascii)));
  BOOST_TEST(draw(sixteen(true), braille).find('\033') == std::string::npos);
}

BOOST_AUTO_TEST_CASE(ink_is_where_the_pixels_are) {
  const pixels half = left_half();
  const std::vector pictures{picture{half, ""}};
  BOOST_TEST(test::lines_of(draw(pictures, ascii))[4] == "@@@@@@@@@");
  BOOST_TEST(test::lines_of(draw(pictures, braille))[3] == "⣿⣿⣿⣿⣿⣿⣿⠀⠀⠀⠀⠀⠀⠀");
  std::string white, black;
  for (int i = 0; i < 7; ++i) {
    white += "\033[38;2;255;255;255;48;2;255;255;255m▀";
    black += "\033[38;2;0;0;0;48;2;0;0;0m▀";
  }
  BOOST_TEST(test::lines_of(draw(pictures, greys))[3].starts_with(white + black + "\033[0m"));
  BOOST_TEST(test::lines_of(draw(pictures, palette))[3].starts_with("\033[38;5;255;48;5;255m▀"));
}

BOOST_AUTO_TEST_CASE(greys_are_means_of_two_by_two_pixels) {
  pixels one_dot = blank;
  one_dot[0] = 200;                 // upper half of the first character
  one_dot[2 * picture_side] = 100;  // lower half
  const std::vector pictures{picture{one_dot, ""}};
  BOOST_TEST(draw(pictures, greys).starts_with("\033[38;2;50;50;50;48;2;25;25;25m▀"));
}

BOOST_AUTO_TEST_CASE(no_pictures_are_no_text) { BOOST_TEST(draw({}, ascii) == ""); }

BOOST_AUTO_TEST_CASE(a_picture_of_another_size_is_refused) {
  const pixels small(10);
  const std::vector pictures{picture{small, ""}};
  BOOST_CHECK_EXCEPTION(draw(pictures, ascii), std::invalid_argument, [](const auto& error) {
    return std::string{error.what()} == "a picture must have 784 pixels, found 10";
  });
}
