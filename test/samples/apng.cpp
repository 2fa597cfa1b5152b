#include <common/apng.hpp>
#include <common/png.hpp>

#include <boost/test/unit_test.hpp>

#include <png.h>
#include <zlib.h>

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

using namespace samples;

namespace {

struct chunk {
  std::string name, content;
};

std::uint64_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint64_t number = 0;
  for (const char byte : bytes.substr(at, size)) number = number << 8 | static_cast<unsigned char>(byte);
  return number;
}

/// The chunks of a PNG file, whose checksums must be right.
std::vector<chunk> chunks_of(const std::string& file) {
  BOOST_REQUIRE(file.starts_with("\x89PNG\r\n\x1a\n"));
  std::vector<chunk> chunks;
  for (std::size_t at = 8; at < file.size(); at += 12 + chunks.back().content.size()) {
    const std::size_t size = number_at(file, at, 4);
    chunks.push_back({file.substr(at + 4, 4), file.substr(at + 8, size)});
    const auto* const checked = reinterpret_cast<const Bytef*>(file.data() + at + 4);
    BOOST_TEST(number_at(file, at + 8 + size, 4) == crc32_z(0, checked, size + 4));
  }
  return chunks;
}

image coloured(std::uint8_t shade, int width = 40, int height = 30) {
  image result{width, height, {shade, 0, 0}};
  for (int x = 0; x < width; ++x) result.at(x, x % height) = {0, shade, static_cast<std::uint8_t>(x)};
  return result;
}

std::vector<frame> three_frames() { return {{coloured(10), 100}, {coloured(20), 200}, {coloured(30), 70}}; }

/// The pixels of a compressed frame, each line after a byte for its filter, as zlib gives them back.
std::vector<unsigned char> unpacked(std::string_view compressed) {
  std::vector<unsigned char> bytes(30 * (1 + 40 * 3) + 1);
  uLongf size = bytes.size();
  BOOST_REQUIRE(uncompress(bytes.data(), &size, reinterpret_cast<const Bytef*>(compressed.data()), compressed.size()) == Z_OK);
  bytes.resize(size);
  return bytes;
}

std::string compressed_pixels(const image& picture) {
  std::string pixels;
  for (const chunk& c : chunks_of(encode_png(picture)))
    if (c.name == "IDAT") pixels += c.content;
  return pixels;
}

}  // namespace

BOOST_AUTO_TEST_CASE(each_frame_has_its_control_and_its_pixels) {
  std::string names;
  for (const chunk& c : chunks_of(encode_apng(three_frames()))) names += c.name + " ";
  BOOST_TEST(names == "IHDR acTL fcTL IDAT fcTL fdAT fcTL fdAT IEND ");
}

BOOST_AUTO_TEST_CASE(the_file_says_how_many_frames_and_for_how_long_each) {
  std::vector<std::uint64_t> milliseconds;
  for (const chunk& c : chunks_of(encode_apng(three_frames()))) {
    if (c.name == "acTL") BOOST_TEST(c.content == std::string("\0\0\0\3\0\0\0\0", 8));
    if (c.name != "fcTL") continue;
    BOOST_TEST(c.content.size() == 26u);
    BOOST_TEST(number_at(c.content, 4, 4) == 40u);
    BOOST_TEST(number_at(c.content, 8, 4) == 30u);
    BOOST_TEST(number_at(c.content, 12, 8) == 0u);
    milliseconds.push_back(number_at(c.content, 20, 2) * 1000 / number_at(c.content, 22, 2));
    BOOST_TEST(number_at(c.content, 24, 2) == 0u);
  }
  BOOST_TEST(milliseconds == (std::vector<std::uint64_t>{100, 200, 70}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(controls_and_pixels_are_numbered_one_after_another) {
  std::uint64_t number = 0;
  for (const chunk& c : chunks_of(encode_apng(three_frames())))
    if (c.name == "fcTL" || c.name == "fdAT") BOOST_TEST(number_at(c.content, 0, 4) == number++);
  BOOST_TEST(number == 5u);
}

BOOST_AUTO_TEST_CASE(the_pixels_are_those_of_the_frames) {
  std::vector<std::string> found;
  for (const chunk& c : chunks_of(encode_apng(three_frames()))) {
    if (c.name == "IDAT") found.push_back(c.content);
    if (c.name == "fdAT") found.push_back(c.content.substr(4));
  }
  BOOST_REQUIRE(found.size() == 3u);
  for (std::size_t i = 0; i < 3; ++i)
    BOOST_TEST((unpacked(found[i]) == unpacked(compressed_pixels(three_frames()[i].picture))));
}

BOOST_AUTO_TEST_CASE(what_cannot_play_it_shows_the_first_frame) {
  const std::string file = encode_apng(three_frames());
  png_image header{};
  header.version = PNG_IMAGE_VERSION;
  BOOST_REQUIRE_MESSAGE(png_image_begin_read_from_memory(&header, file.data(), file.size()), header.message);
  BOOST_REQUIRE(header.width == 40u);
  BOOST_REQUIRE(header.height == 30u);
  header.format = PNG_FORMAT_RGB;
  image first{40, 30, {}};
  BOOST_REQUIRE(png_image_finish_read(&header, nullptr, first.pixels.data(), 0, nullptr));
  BOOST_TEST((first.pixels == coloured(10).pixels));
}

BOOST_AUTO_TEST_CASE(a_frame_may_take_more_than_one_chunk_of_a_png) {
  image noise{300, 300, {}};
  std::uint32_t state = 1;
  for (rgb& pixel : noise.pixels) {
    state = state * 1664525 + 1013904223;
    pixel = {static_cast<std::uint8_t>(state >> 24), static_cast<std::uint8_t>(state >> 16), static_cast<std::uint8_t>(state >> 8)};
  }
  const std::string pixels = compressed_pixels(noise);
  BOOST_TEST(chunks_of(encode_png(noise)).size() > 4u);
  BOOST_TEST((chunks_of(encode_apng(std::vector<frame>{{noise, 1}}))[3].content == pixels));
}

BOOST_AUTO_TEST_CASE(no_frames_and_frames_of_other_sizes_are_refused) {
  BOOST_CHECK_THROW(encode_apng({}), std::invalid_argument);
  BOOST_CHECK_THROW(encode_apng(std::vector<frame>{{coloured(1), 1}, {coloured(1, 41), 1}}), std::invalid_argument);
  BOOST_CHECK_THROW(encode_apng(std::vector<frame>{{coloured(1), 1}, {coloured(1, 40, 31), 1}}), std::invalid_argument);
}
