#include <common/png.hpp>
#include <data/files.hpp>

#include <png.h>

#include <string>
#include <vector>

using namespace samples;

namespace {

/// Any image in which no two neighbours are alike.
image colourful(int width, int height) {
  image result{width, height, {0, 0, 0}};
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x)
      result.at(x, y) = {static_cast<std::uint8_t>(5 * x), static_cast<std::uint8_t>(7 * y),
                         static_cast<std::uint8_t>(x ^ y)};
  return result;
}

/// Reads a PNG file through libpng.
image read(const std::string& file) {
  png_image header{};
  header.version = PNG_IMAGE_VERSION;
  BOOST_REQUIRE_MESSAGE(png_image_begin_read_from_file(&header, file.c_str()), header.message);
  BOOST_TEST(header.format == static_cast<png_uint_32>(PNG_FORMAT_RGB));
  image result{static_cast<int>(header.width), static_cast<int>(header.height), {0, 0, 0}};
  BOOST_REQUIRE(png_image_finish_read(&header, nullptr, result.pixels.data(), 0, nullptr));
  return result;
}

}  // namespace

BOOST_AUTO_TEST_CASE(what_is_written_is_read_back) {
  const test::temporary_folder folder;
  for (const auto& [width, height] : {std::pair{1, 1}, {3, 2}, {200, 100}}) {
    const image written = colourful(width, height);
    write_png(folder / "a.png", written);
    const image back = read(folder / "a.png");
    BOOST_TEST(back.width == width);
    BOOST_TEST(back.height == height);
    BOOST_TEST((back.pixels == written.pixels));
  }
}

BOOST_AUTO_TEST_CASE(an_image_without_pixels_is_refused) {
  BOOST_CHECK_THROW(encode_png(image{0, 0, {}}), std::runtime_error);
}
