#include <common/confusion_picture.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace samples;

namespace {

/// Three classes: of four a's one is taken for b, b and c are always right; c has no images in `part`.
image example(bool part = false) {
  confusion_matrix confusion{3};
  for (const auto& [truth, guess] : {std::pair{0, 0}, {0, 0}, {0, 0}, {0, 1}, {1, 1}}) confusion.add(truth, guess);
  if (!part) confusion.add(2, 2);
  const std::string names[] = {"a", "b", "c"};
  return confusion_picture(confusion, names);
}

std::ptrdiff_t count(const image& picture, bool (*is)(rgb)) { return std::ranges::count_if(picture.pixels, is); }
bool is_blue(rgb c) { return c.blue > c.red + 30; }
bool is_red(rgb c) { return c.red > c.blue + 30; }

}  // namespace

BOOST_AUTO_TEST_CASE(the_picture_grows_with_the_classes) {
  const std::string names[] = {"a", "b", "c"};
  const image one = confusion_picture(confusion_matrix{1}, names), two = confusion_picture(confusion_matrix{2}, names);
  BOOST_TEST(two.width - one.width == 28);
  BOOST_TEST(two.height - one.height == 28);
  BOOST_TEST(example().width - two.width == 28);
}

BOOST_AUTO_TEST_CASE(what_is_right_is_blue_and_mistakes_are_red) {
  constexpr int cell = 27 * 27, digits = 150;
  const image all = example(), part = example(true);
  BOOST_TEST(count(all, is_blue) > 3 * (cell - digits));
  BOOST_TEST(count(all, is_blue) <= 3 * cell);
  BOOST_TEST(count(all, is_red) > cell - digits);
  BOOST_TEST(count(all, is_red) <= cell);
  BOOST_TEST(count(part, is_blue) < count(all, is_blue) - (cell - digits));
  BOOST_TEST(count(part, is_red) == count(all, is_red));
}

BOOST_AUTO_TEST_CASE(larger_shares_are_darker) {
  const image picture = example();
  const auto shade = [&](int truth, int guess) { return picture.at(40 + guess * 28 + 2, 96 + truth * 28 + 2); };
  BOOST_TEST((shade(1, 1).red < shade(0, 0).red && shade(0, 0).red < 255));
  BOOST_TEST((shade(2, 0) == rgb{255, 255, 255}));
  BOOST_TEST((shade(0, 1).blue < 255 && shade(0, 1).red > shade(0, 1).blue));
}
