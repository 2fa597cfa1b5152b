#include <common/braille.hpp>

#include <boost/test/unit_test.hpp>

using namespace samples;

// Unicode's chart of U+2800 numbers the dots 1 2 3 7 down the left and 4 5 6 8 down the right.
BOOST_AUTO_TEST_CASE(each_dot_is_the_one_of_unicodes_chart) {
  const char* const expected[4][2] = {{"⠁", "⠈"}, {"⠂", "⠐"}, {"⠄", "⠠"}, {"⡀", "⢀"}};
  for (int y = 0; y < 4; ++y)
    for (int x = 0; x < 2; ++x) {
      braille_canvas canvas{1, 1};
      canvas.set(x, y);
      BOOST_TEST(canvas.character(0, 0) == expected[y][x]);
    }
}

BOOST_AUTO_TEST_CASE(dots_add_up_in_their_own_character) {
  braille_canvas canvas{3, 2};
  BOOST_TEST(canvas.width() == 6);
  BOOST_TEST(canvas.height() == 8);
  for (int y = 4; y < 8; ++y)
    for (int x = 2; x < 4; ++x) canvas.set(x, y);
  for (int row = 0; row < 2; ++row)
    for (int column = 0; column < 3; ++column) {
      const bool is_full = column == 1 && row == 1;
      BOOST_TEST(canvas.any(column, row) == is_full);
      BOOST_TEST(canvas.character(column, row) == (is_full ? "⣿" : "⠀"));
    }
}

BOOST_AUTO_TEST_CASE(dots_outside_are_ignored) {
  braille_canvas canvas{1, 1};
  for (const auto& [x, y] : {std::pair{-1, 0}, {0, -1}, {2, 0}, {0, 4}}) canvas.set(x, y);
  BOOST_TEST(!canvas.any(0, 0));
}
