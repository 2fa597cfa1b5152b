#include <common/handwriting/draw.hpp>
#include <common/handwriting/glyphs.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <set>
#include <stdexcept>
#include <string>

using namespace samples::handwriting;

namespace {

const std::string characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/// The same character by `count` people.
std::vector<image> samples_of(char character, std::uint64_t count) {
  std::vector<image> result;
  for (std::uint64_t id = 0; id < count; ++id) {
    dice roll(7, id);
    result.push_back(draw(character, make_writer(id), roll));
  }
  return result;
}

int darkest_of_border(const image& picture) {
  std::uint8_t darkest = 0;
  for (std::size_t i = 0; i < image_side; ++i) {
    const std::size_t last = image_side - 1;
    for (const std::size_t pixel :
         {i, last * image_side + i, i * image_side, i * image_side + last}) {
      darkest = std::max(darkest, picture[pixel]);
    }
  }
  return darkest;
}

/// The extent of what is darker than half, along x or along y, in pixels.
std::size_t extent(const image& picture, bool along_x) {
  std::set<std::size_t> places;
  for (std::size_t i = 0; i < picture.size(); ++i) {
    if (picture[i] > 127) places.insert(along_x ? i % image_side : i / image_side);
  }
  return places.empty() ? 0 : *places.rbegin() - *places.begin() + 1;
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_character_has_several_styles) {
  for (const char c : characters) BOOST_TEST(styles_of(c).size() >= 3u, "too few styles of " << c);
}

BOOST_AUTO_TEST_CASE(an_unknown_character_is_an_error) {
  BOOST_CHECK_EXCEPTION(styles_of('?'), std::invalid_argument, [](const auto& error) {
    return std::string(error.what()) ==
           "handwriting: there is no skeleton for '?', only for A-Z, a-z and 0-9";
  });
}

BOOST_AUTO_TEST_CASE(characters_fill_their_box_and_leave_the_border_free) {
  for (const char c : characters) {
    for (const image& picture : samples_of(c, 60)) {
      const std::size_t longer = std::max(extent(picture, true), extent(picture, false));
      BOOST_TEST(longer >= 16u, c << " is only " << longer << " pixels long");
      BOOST_TEST(darkest_of_border(picture) < 32, c << " touches the border");
    }
  }
}

BOOST_AUTO_TEST_CASE(there_is_ink_but_more_paper) {
  for (const char c : characters) {
    for (const image& picture : samples_of(c, 60)) {
      const auto ink = std::count_if(picture.begin(), picture.end(), [](int g) { return g > 127; });
      BOOST_TEST(ink > 10, c << " has only " << ink << " dark pixels");
      BOOST_TEST(ink < image_side * image_side / 2, c << " is a blot");
      BOOST_TEST(*std::max_element(picture.begin(), picture.end()) > 160, c << " is too pale");
    }
  }
}

BOOST_AUTO_TEST_CASE(no_two_people_write_the_same) {
  for (const char c : characters) {
    const auto drawn = samples_of(c, 60);
    BOOST_TEST(std::set<image>(drawn.begin(), drawn.end()).size() == drawn.size());
  }
}

BOOST_AUTO_TEST_CASE(nobody_writes_the_same_twice) {
  dice roll(7, 0);
  const writer person = make_writer(3);
  BOOST_TEST((draw('a', person, roll) != draw('a', person, roll)));
}
