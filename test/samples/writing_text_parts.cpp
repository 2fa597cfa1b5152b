#include <common/writing/text_parts.hpp>
#include <data/files.hpp>

#include <algorithm>
#include <set>

using samples::hold_out_end, samples::hold_out_lines, samples::text_parts;

namespace {

/// "100\n101\n...": numbers of three digits.
std::string numbers(int count) {
  std::string text;
  for (int number = 100; number < 100 + count; ++number) text += std::to_string(number) + '\n';
  return text;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_last_tenth_begins_with_a_line) {
  const text_parts parts = hold_out_end(numbers(100) + "unfinished");
  BOOST_TEST(parts.training == numbers(92));
  BOOST_TEST(parts.training + parts.held_out == numbers(100) + "unfinished");
  BOOST_TEST(hold_out_end(std::string(100, 'a')).held_out == std::string(10, 'a'));
}

BOOST_AUTO_TEST_CASE(of_each_ten_lines_one_is_held_out) {
  const text_parts parts = hold_out_lines(numbers(100), "text");
  BOOST_TEST(parts.training.size() == 360u);
  BOOST_TEST(parts.held_out.size() == 40u);
  std::set<char> places;
  for (std::size_t line = 0; line < 10; ++line) {
    BOOST_TEST(parts.held_out.substr(4 * line, 2) == std::to_string(10 + line));
    places.insert(parts.held_out[4 * line + 2]);
  }
  BOOST_TEST(places.size() > 3u);
}

BOOST_AUTO_TEST_CASE(lines_keep_what_is_in_them) {
  const text_parts parts = hold_out_lines(numbers(10) + "\nlast", "text");
  BOOST_TEST(parts.training.size() + parts.held_out.size() == 46u);
  const std::string both = parts.training + parts.held_out;
  BOOST_TEST(std::ranges::count(both, '\n') == 12);
  BOOST_TEST(both.find("last\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(few_lines_are_refused) {
  BOOST_TEST(test::error_of([] { hold_out_lines(numbers(9), "text"); }) == "text: expected at least 10 lines, found 9");
  BOOST_TEST(!hold_out_lines(numbers(10), "text").held_out.empty());
}
