#include <common/page/ink.hpp>

using namespace samples;

namespace {

/// Paper that is bright on the left and dark on the right, with bars of half its brightness.
grey_image barred_paper() {
  grey_image photo{400, 300};
  for (int y = 0; y < photo.height; ++y)
    for (int x = 0; x < photo.width; ++x) {
      const int paper = 240 - x * 180 / photo.width;
      photo.at(x, y) = static_cast<std::uint8_t>(x % 40 < 4 ? paper / 2 : paper);
    }
  return photo;
}

}  // namespace

BOOST_AUTO_TEST_CASE(ink_is_as_dark_in_the_shadow_as_in_the_light) {
  const grey_image ink = ink_on_paper(barred_paper());
  for (const int x : {41, 121, 201, 281, 361}) {
    BOOST_TEST(std::abs(ink.at(x, 150) - 128) < 20, "at " << x << " " << int{ink.at(x, 150)});
    BOOST_TEST(ink.at(x + 20, 150) < 25, "at " << x << " " << int{ink.at(x + 20, 150)});
  }
  const int threshold = ink_threshold(ink);
  BOOST_TEST((threshold > 25 && threshold < 108), threshold);
}

BOOST_AUTO_TEST_CASE(on_empty_paper_is_no_ink) {
  for (const int grey : {0, 7, 128, 255}) {
    const grey_image ink = ink_on_paper(grey_image{123, 45, static_cast<std::uint8_t>(grey)});
    BOOST_TEST(std::ranges::all_of(ink.pixels, [](int pixel) { return pixel == 0; }));
    BOOST_TEST(ink_threshold(ink) > 255);
  }
}

BOOST_AUTO_TEST_CASE(grain_is_no_ink) {
  grey_image photo{200, 200};
  for (std::size_t i = 0; i < photo.pixels.size(); ++i) photo.pixels[i] = static_cast<std::uint8_t>(200 + (i * 7919) % 17);
  const grey_image ink = ink_on_paper(photo);
  const int threshold = ink_threshold(ink);
  BOOST_TEST(std::ranges::none_of(ink.pixels, [&](int pixel) { return pixel >= threshold; }));
}

BOOST_AUTO_TEST_CASE(a_large_photo_becomes_smaller_and_a_small_one_stays) {
  grey_image photo{4000, 3000, 100};
  for (int y = 0; y < 3000; ++y) photo.at(0, y) = 255;
  const grey_image small = reduced(photo);
  BOOST_TEST((small.width == 2000 && small.height == 1500));
  BOOST_TEST((small.at(0, 7) == 178 && small.at(1, 7) == 100));
  BOOST_TEST(reduced(grey_image{2000, 1500}).width == 2000);
  BOOST_TEST((reduced(grey_image{9'000'000, 1}).width == 4'500'000 && reduced(grey_image{9'000'000, 1}).height == 1));
}
