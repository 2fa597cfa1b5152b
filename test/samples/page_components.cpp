#include <common/page/components.hpp>
#include <common/page/cut_out.hpp>

#include "page.hpp"

using namespace samples;

BOOST_AUTO_TEST_CASE(corners_hang_together) {
  grey_image ink{12, 8, 0};
  test::draw_box(ink, {1, 1, 4, 3});
  test::draw_box(ink, {4, 3, 6, 5});  // touches the first one at a corner
  test::draw_box(ink, {8, 0, 12, 8});
  const auto found = components_of(ink, 200);
  BOOST_REQUIRE(found.size() == 2u);
  BOOST_TEST((found[0].place == box{8, 0, 12, 8}));
  BOOST_TEST((found[1].place == box{1, 1, 6, 5}));
  BOOST_TEST(found[1].pixels.size() == 10u);
  BOOST_TEST(components_of(ink, 256).empty());
}

BOOST_AUTO_TEST_CASE(a_component_is_cut_and_joined_again) {
  grey_image ink{30, 20, 0};
  test::draw_box(ink, {5, 4, 15, 10});
  test::draw_box(ink, {15, 6, 25, 16});
  const component whole = components_of(ink, 1).at(0);
  const auto [left, right] = cut_at(whole, 15, ink.width);
  BOOST_TEST((left.place == box{5, 4, 15, 10} && right.place == box{15, 6, 25, 16}));
  const component again = joined(left, right);
  BOOST_TEST((again.place == whole.place && again.pixels.size() == whole.pixels.size()));
  BOOST_TEST(cut_at(whole, 0, ink.width).first.pixels.empty());
}

BOOST_AUTO_TEST_CASE(a_letter_is_cut_out_in_the_size_that_networks_learn) {
  for (const int size : {10, 20, 47, 120}) {
    grey_image ink{400, 300, 0};
    test::draw_box(ink, {100, 50, 100 + size, 50 + 2 * size}, 130);
    const letter_image image = cut_out(ink, components_of(ink, 1).at(0));
    const auto at = [&](int x, int y) { return int{image[static_cast<std::size_t>(y * 28 + x)]}; };
    for (const auto& [x, y] : {std::pair{14, 14}, {10, 5}, {17, 22}}) BOOST_TEST(at(x, y) == 255, size << " at " << x << " " << y << ": " << at(x, y));
    for (const auto& [x, y] : {std::pair{14, 2}, {7, 14}, {20, 14}, {14, 25}, {0, 0}}) BOOST_TEST(at(x, y) == 0, size << " at " << x << " " << y << ": " << at(x, y));
  }
}

BOOST_AUTO_TEST_CASE(what_is_beside_a_letter_is_not_cut_out_with_it) {
  grey_image ink{60, 60, 0};
  test::draw_box(ink, {10, 10, 20, 50});
  test::draw_box(ink, {24, 20, 50, 30});
  const letter_image image = cut_out(ink, components_of(ink, 1).at(0));
  for (int y = 0; y < 28; ++y) BOOST_TEST(image[static_cast<std::size_t>(y * 28 + 20)] == 0);
}
