#include <common/png.hpp>
#include <common/read_picture.hpp>
#include <data/files.hpp>

#include <png.h>
#include <turbojpeg.h>

#include <filesystem>

using namespace samples;
using test::bytes;

namespace {

/// 48 x 32: the upper left quarter is black, the rest white.
bytes jpeg(TJPF format = TJPF_GRAY, TJSAMP sampling = TJSAMP_GRAY) {
  const std::size_t values = static_cast<std::size_t>(tjPixelSize[format]);
  bytes pixels;
  for (std::size_t i = 0; i < 48 * 32; ++i) pixels.insert(pixels.end(), values, i % 48 < 24 && i < 16 * 48 ? 0 : 255);
  const tjhandle writer = tjInitCompress();
  unsigned char* out = nullptr;
  unsigned long size = 0;
  BOOST_REQUIRE(tjCompress2(writer, pixels.data(), 48, 0, 32, format, &out, &size, sampling, 95, 0) == 0);
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

bytes png(png_uint_32 format, const void* pixels, const void* palette) {
  png_image header{};
  header.version = PNG_IMAGE_VERSION;
  header.width = header.height = 2;
  header.format = format;
  header.colormap_entries = 2;
  bytes file(1000);
  png_alloc_size_t size = file.size();
  BOOST_REQUIRE(png_image_write_to_memory(&header, file.data(), &size, 0, pixels, 0, palette));
  file.resize(size);
  return file;
}

bytes interlaced_png() {
  bytes file;
  png_structp writer = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
  png_infop header = png_create_info_struct(writer);
  const auto append = [](png_structp to, png_bytep data, png_size_t size) {
    bytes& all = *static_cast<bytes*>(png_get_io_ptr(to));
    all.insert(all.end(), data, data + size);
  };
  png_set_write_fn(writer, &file, append, nullptr);
  png_set_IHDR(writer, header, 2, 2, 8, PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_ADAM7, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  std::uint8_t upper[] = {0, 255}, lower[] = {255, 255};
  png_bytep rows[] = {upper, lower};
  png_set_rows(writer, header, rows);
  png_write_png(writer, header, PNG_TRANSFORM_IDENTITY, nullptr);
  png_destroy_write_struct(&writer, &header);
  return file;
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
  struct corner {
    bool right, lower;
  };
  // where the upper left corner goes, as EXIF numbers it from 1 on
  const corner corners[] = {{false, false}, {true, false}, {true, true}, {false, true}, {false, false}, {true, false}, {true, true}, {false, true}};
  for (std::uint8_t orientation = 1; orientation <= 8; ++orientation) {
    const grey_image picture = read_picture(test::write(folder / "a", turned(jpeg(), orientation)));
    const int width = orientation < 5 ? 48 : 32, height = 80 - width;
    BOOST_REQUIRE((picture.width == width && picture.height == height));
    for (const bool right : {false, true})
      for (const bool lower : {false, true}) {
        const int grey = picture.at(right ? width - 3 : 2, lower ? height - 3 : 2);
        const bool black = right == corners[orientation - 1].right && lower == corners[orientation - 1].lower;
        BOOST_TEST((black ? grey < 10 : grey > 245), int{orientation} << ": " << right << " " << lower << " is " << grey);
      }
  }
}

BOOST_AUTO_TEST_CASE(every_kind_of_png_is_read) {
  const test::temporary_folder folder;
  const auto check = [&](const bytes& file, const char* kind) {
    const grey_image picture = read_picture(test::write(folder / "a", file));
    BOOST_TEST((picture.width == 2 && picture.height == 2), kind);
    for (const auto& [x, y, grey] : {std::tuple{0, 0, 0}, {1, 0, 255}, {0, 1, 255}, {1, 1, 255}}) BOOST_TEST(picture.at(x, y) == grey, kind);
  };
  constexpr std::uint8_t transparent_is_white[] = {0, 255, 255, 255, 255, 255, 0, 0};
  constexpr std::uint16_t deep[] = {0, 65535, 65535, 65535};
  constexpr std::uint8_t numbers[] = {1, 0, 0, 0}, palette[] = {255, 255, 255, 0, 0, 0};
  check(png(PNG_FORMAT_GA, transparent_is_white, nullptr), "transparent");
  check(png(PNG_FORMAT_LINEAR_Y, deep, nullptr), "16 bits");
  check(png(PNG_FORMAT_RGB_COLORMAP, numbers, palette), "palette");
  check(interlaced_png(), "interlaced");
}

BOOST_AUTO_TEST_CASE(a_picture_that_is_too_large_is_refused_by_its_header) {
  const test::temporary_folder folder;
  bytes file = interlaced_png();
  constexpr std::uint8_t size[] = {0, 0, 0x1b, 0xbd, 0, 0, 0x1b, 0xbd};
  std::ranges::copy(size, file.begin() + 16);
  const std::uint32_t sum = static_cast<std::uint32_t>(crc32(0, file.data() + 12, 17));
  for (int i = 0; i < 4; ++i) file[static_cast<std::size_t>(29 + i)] = static_cast<std::uint8_t>(sum >> (24 - 8 * i));
  const std::string name = test::write(folder / "a", file);
  BOOST_TEST(test::error_of([&] { read_picture(name); }) == name + ": expected 1 to 50 million pixels, found 7101 x 7101");
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
  BOOST_TEST(refusal(std::string{"\0\0\0\x18"
                                 "ftypheic",
                                 12}) == ": expected a PNG or JPEG, found a HEIC or another of its family");
  const std::string printed = test::write(folder / "b", jpeg(TJPF_CMYK, TJSAMP_444));
  BOOST_TEST(test::error_of([&] { read_picture(printed); }) == printed + ": expected a JPEG in grey or RGB, found one in CMYK");
  BOOST_TEST(refusal("hello") == ": expected a PNG or JPEG, found another kind of file");
  BOOST_TEST(test::error_of([&] { read_picture(folder.path()); }) == folder.path() + ": expected a picture, found no file");
}
