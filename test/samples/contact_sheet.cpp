#include <common/contact_sheet.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <set>
#include <stdexcept>
#include <tuple>
#include <vector>

using namespace samples;

namespace {

using pixels = std::vector<std::uint8_t>;

const pixels blank(picture_side*picture_side), full(picture_side*picture_side, 255);

image sheet_of(std::size_t count, int per_row, bool marked = false) {
  return contact_sheet(std::vector<picture>(count, {full, "saw a 98%, is g", marked}), per_row);
}

bool is_reddish(rgb colour) { return colour.red > 2 * (colour.green + colour.blue); }

}  // namespace

BOOST_AUTO_TEST_CASE(the_sheet_grows_with_its_rows_and_columns) {
  const image one = sheet_of(1, 6), two = sheet_of(2, 6), seven = sheet_of(7, 6);
  const int cell_width = two.width - one.width, cell_height = seven.height - one.height;
  BOOST_TEST(cell_width >= 3 * picture_side);
  BOOST_TEST(cell_height >= 3 * picture_side);
  BOOST_TEST(two.height == one.height);
  BOOST_TEST(seven.width == one.width + 5 * cell_width);
  BOOST_TEST(sheet_of(12, 6).height == seven.height);
  BOOST_TEST(sheet_of(4, 0).width == one.width);
}

BOOST_AUTO_TEST_CASE(the_pixels_of_a_letter_are_enlarged_as_ink_on_paper) {
  constexpr int enlargement = 6;
  pixels corner = blank;
  corner[picture_side + 2] = 255;
  const image sheet = contact_sheet(std::vector{picture{corner, ""}});
  const auto ink = std::ranges::count(sheet.pixels, rgb{0, 0, 0});
  const auto paper = std::ranges::count(sheet.pixels, rgb{255, 255, 255});
  BOOST_TEST(ink == enlargement * enlargement);
  BOOST_TEST(paper == enlargement * enlargement * (picture_side * picture_side - 1));
  const auto first = std::ranges::find(sheet.pixels, rgb{255, 255, 255}) - sheet.pixels.begin();
  const auto dot = std::ranges::find(sheet.pixels, rgb{0, 0, 0}) - sheet.pixels.begin();
  BOOST_TEST(dot - first == enlargement * sheet.width + 2 * enlargement);
}

BOOST_AUTO_TEST_CASE(captions_are_written_and_red_only_if_marked) {
  const image plain = sheet_of(1, 1), marked = sheet_of(1, 1, true);
  const image without = contact_sheet(std::vector{picture{full, ""}});
  BOOST_TEST((plain.pixels != without.pixels));
  BOOST_TEST(std::ranges::count_if(plain.pixels, is_reddish) == 0);
  BOOST_TEST(std::ranges::count_if(marked.pixels, is_reddish) > 100);
}

BOOST_AUTO_TEST_CASE(a_caption_of_any_length_stays_in_its_cell) {
  const std::vector pictures{picture{full, std::string(1000, '#')}, picture{full, ""}};
  const image sheet = contact_sheet(pictures);
  BOOST_TEST(sheet.width == sheet_of(2, 2).width);
  for (int y = 0; y < sheet.height; ++y) BOOST_REQUIRE((sheet.at(0, y) == sheet.at(0, 0)));
}

BOOST_AUTO_TEST_CASE(no_pictures_and_pictures_of_another_size_are_refused) {
  BOOST_CHECK_THROW(contact_sheet({}), std::invalid_argument);
  const pixels small(10);
  BOOST_CHECK_THROW(contact_sheet(std::vector{picture{small, ""}}), std::invalid_argument);
}
