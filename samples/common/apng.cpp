#include "apng.hpp"

#include <hello_dl/data/write_file.hpp>
#include <zlib.h>

#include <stdexcept>

#include "png.hpp"

namespace samples {
namespace {

using bytes = std::string;

constexpr std::size_t signature_size = 8, header_end = signature_size + 25;

/// Numbers in PNG files have their most significant byte first.
bytes big_endian(std::uint64_t number, int size) {
  bytes result;
  for (int shift = 8 * (size - 1); shift >= 0; shift -= 8) result.push_back(static_cast<char>(number >> shift & 255));
  return result;
}

std::size_t read_length(std::string_view at) {
  std::size_t number = 0;
  for (const char byte : at.substr(0, 4)) number = number << 8 | static_cast<unsigned char>(byte);
  return number;
}

/// The length of its content, its name, the content, and a checksum of name and content.
bytes chunk(const bytes& name, const bytes& content) {
  const bytes checked = name + content;
  const uLong checksum = crc32_z(0, reinterpret_cast<const Bytef*>(checked.data()), checked.size());
  return big_endian(content.size(), 4) + checked + big_endian(checksum, 4);
}

/// The compressed pixels of a PNG file: the contents of its IDAT chunks.
bytes pixels_of(const bytes& png) {
  bytes pixels;
  for (std::size_t at = signature_size; at < png.size(); at += 12 + read_length(std::string_view{png}.substr(at)))
    if (png.compare(at + 4, 4, "IDAT") == 0) pixels += png.substr(at + 8, read_length(std::string_view{png}.substr(at)));
  return pixels;
}

/// Where a frame goes, all over the picture, and how long it stays there.
bytes frame_control(std::uint32_t number, const frame& f) {
  const auto size = [](int extent) { return big_endian(static_cast<std::uint64_t>(extent), 4); };
  return chunk("fcTL", big_endian(number, 4) + size(f.picture.width) + size(f.picture.height) + size(0) + size(0) +
                           big_endian(static_cast<std::uint64_t>(f.milliseconds), 2) + big_endian(1000, 2) + big_endian(0, 2));
}

void require_equal_sizes(std::span<const frame> frames) {
  if (frames.empty()) throw std::invalid_argument{"an animation needs at least one frame"};
  const image& first = frames[0].picture;
  for (const auto& [picture, milliseconds] : frames)
    if (picture.width != first.width || picture.height != first.height)
      throw std::invalid_argument{"all frames of an animation must have the same size"};
}

}  // namespace

// The first frame is a PNG file with two more chunks, which others skip; each of the rest is a chunk of its own.
std::string encode_apng(std::span<const frame> frames) {
  require_equal_sizes(frames);
  const bytes first = encode_png(frames[0].picture);
  std::uint32_t number = 0;
  bytes file = first.substr(0, header_end) + chunk("acTL", big_endian(frames.size(), 4) + big_endian(0, 4)) +
               frame_control(number++, frames[0]) + chunk("IDAT", pixels_of(first));
  for (const frame& f : frames.subspan(1)) {
    file += frame_control(number++, f);
    file += chunk("fdAT", big_endian(number++, 4) + pixels_of(encode_png(f.picture)));
  }
  return file + chunk("IEND", {});
}

void write_apng(const std::string& file, std::span<const frame> frames) { hello_dl::write_file(file, encode_apng(frames)); }

}  // namespace samples
