#include <common/png.hpp>
#include <common/read_picture.hpp>
#include <data/files.hpp>

#include <turbojpeg.h>

#include <filesystem>

using namespace samples;
using test::bytes;

namespace {

/// 48 x 32: black on the left, white on the right.
bytes jpeg() {
  bytes pixels(48 * 32);
  for (std::size_t i = 0; i < pixels.size(); ++i) pixels[i] = i % 48 < 24 ? 0 : 255;
  const tjhandle writer = tjInitCompress();
  unsigned char* out = nullptr;
  unsigned long size = 0;
  BOOST_REQUIRE(tjCompress2(writer, pixels.data(), 48, 0, 32, TJPF_GRAY, &out, &size, TJSAMP_GRAY, 95, 0) == 0);
  bytes file(out, out + size);
  tjFree(out);
  tjDestroy(writer);
  return file;
}

/// The same file with an EXIF block that has nothing but the orientation.
bytes turned(const bytes& file, std::uint8_t orientation) {
  const bytes exif{0xff, 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1,
                   0, orientation, 0, 0, 0, 0, 0, 0};
  bytes result(file.begin(), file.begin() + 2);
  result = test::join(result, exif);
  return test::join(result, bytes(file.begin() + 2, file.end()));
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_png_and_a_jpeg_are_read_whatever_their_names) {
  const test::temporary_folder folder;
  image drawn{3, 2, {255, 255, 255}};
  drawn.at(2, 1) = {0, 0, 0};
  const grey_image png = read_picture(test::write(folder / "a.jpg", test::bytes_of(encode_png(drawn))));
  BOOST_TEST((png.width == 3 && png.height == 2 && png.at(2, 1) == 0 && png.at(1, 1) == 255));
  const grey_image photo = read_picture(test::write(folder / "b", jpeg()));
  BOOST_TEST((photo.width == 48 && photo.height == 32 && photo.at(3, 5) < 10 && photo.at(44, 5) > 245));
}

BOOST_AUTO_TEST_CASE(a_picture_that_a_phone_turned_is_upright) {
  const test::temporary_folder folder;
  const auto read = [&](std::uint8_t orientation) { return read_picture(test::write(folder / "a", turned(jpeg(), orientation))); };
  BOOST_TEST((read(1).at(0, 0) < 10));
  BOOST_TEST((read(3).at(0, 0) > 245));
  BOOST_TEST((read(6).width == 32 && read(6).at(0, 0) < 10 && read(6).at(0, 47) > 245));
  BOOST_TEST((read(8).width == 32 && read(8).at(0, 0) > 245 && read(8).at(0, 47) < 10));
}

BOOST_AUTO_TEST_CASE(a_file_that_is_cut_is_refused) {
  const test::temporary_folder folder;
  for (const bytes& whole : {jpeg(), turned(jpeg(), 6), test::bytes_of(encode_png(image{9, 9, {1, 2, 3}}))})
    for (std::size_t size = 0; size + 12 < whole.size(); ++size) {
      const std::string file = test::write(folder / "cut", bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size)));
      BOOST_TEST(test::error_of([&] { read_picture(file); }).starts_with(file + ": expected "), "cut at " << size);
    }
}

BOOST_AUTO_TEST_CASE(what_is_no_picture_is_named) {
  const test::temporary_folder folder;
  const auto refusal = [&](const std::string& content) {
    const std::string file = test::write(folder / "a", test::bytes_of(content));
    return test::error_of([&] { read_picture(file); }).substr(file.size());
  };
  BOOST_TEST(refusal("") == ": expected a PNG or JPEG, found an empty file");
  BOOST_TEST(refusal("%PDF-1.7") == ": expected a PNG or JPEG, found a PDF");
  BOOST_TEST(refusal("RIFF1234WEBP") == ": expected a PNG or JPEG, found a WebP");
  BOOST_TEST(refusal("hello") == ": expected a PNG or JPEG, found another kind of file");
  BOOST_TEST(test::error_of([&] { read_picture(folder.path()); }) == folder.path() + ": expected a picture, found no file");
}
