#include "read_picture.hpp"

#include <hello_dl/data/error.hpp>
#include <libexif/exif-data.h>
#include <png.h>
#include <turbojpeg.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <string_view>

namespace samples {
namespace {

using hello_dl::data_error;

constexpr std::uintmax_t most_bytes = 100'000'000;
constexpr std::uint64_t most_pixels = 50'000'000;

std::string content_of(const std::string& file) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(file, error)) throw data_error{file, "a picture", "no file"};
  const std::uintmax_t size = std::filesystem::file_size(file, error);
  if (error || size > most_bytes) throw data_error{file, "at most 100 MB", error ? "no size" : std::to_string(size) + " bytes"};
  std::string bytes(static_cast<std::size_t>(size), '\0');
  std::ifstream stream{file, std::ios::binary};
  if (!stream.read(bytes.data(), static_cast<std::streamsize>(size))) throw data_error{file, "a picture", "a file that cannot be read"};
  return bytes;
}

void require_size(const std::string& file, std::uint64_t width, std::uint64_t height) {
  if (width == 0 || height == 0 || width > most_pixels / height)
    throw data_error{file, "1 to 50 million pixels", std::to_string(width) + " x " + std::to_string(height)};
}

grey_image read_png(const std::string& file, const std::string& bytes) {
  png_image header{};
  header.version = PNG_IMAGE_VERSION;
  const std::unique_ptr<png_image, decltype(&png_image_free)> owner{&header, png_image_free};
  if (!png_image_begin_read_from_memory(&header, bytes.data(), bytes.size())) throw data_error{file, "a whole PNG", header.message};
  require_size(file, header.width, header.height);
  grey_image picture{static_cast<int>(header.width), static_cast<int>(header.height)};
  header.format = PNG_FORMAT_GRAY;
  const png_color white{255, 255, 255};
  if (!png_image_finish_read(&header, &white, picture.pixels.data(), 0, nullptr)) throw data_error{file, "a whole PNG", header.message};
  return picture;
}

/// From 1 (upright) to 8, as EXIF numbers them.
int orientation(const std::string& bytes) {
  const std::unique_ptr<ExifData, decltype(&exif_data_unref)> data{
      exif_data_new_from_data(reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<unsigned>(bytes.size())), exif_data_unref};
  ExifEntry* const entry = data ? exif_data_get_entry(data.get(), EXIF_TAG_ORIENTATION) : nullptr;
  if (!entry || entry->format != EXIF_FORMAT_SHORT || entry->size < 2) return 1;
  return exif_get_short(entry->data, exif_data_get_byte_order(data.get()));
}

grey_image upright(const grey_image& lying, int orientation) {
  if (orientation < 2 || orientation > 8) return lying;
  const bool turned = orientation >= 5;
  const bool right_to_left = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
  const bool upwards = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
  grey_image picture{turned ? lying.height : lying.width, turned ? lying.width : lying.height};
  for (int y = 0; y < picture.height; ++y)
    for (int x = 0; x < picture.width; ++x) {
      const int column = turned ? y : x, row = turned ? x : y;
      picture.at(x, y) = lying.at(right_to_left ? lying.width - 1 - column : column, upwards ? lying.height - 1 - row : row);
    }
  return picture;
}

grey_image read_jpeg(const std::string& file, const std::string& bytes) {
  const std::unique_ptr<void, decltype(&tjDestroy)> reader{tjInitDecompress(), tjDestroy};
  const auto* const begin = reinterpret_cast<const unsigned char*>(bytes.data());
  int width = 0, height = 0, sampling = 0, colours = 0;
  if (tjDecompressHeader3(reader.get(), begin, bytes.size(), &width, &height, &sampling, &colours) != 0)
    throw data_error{file, "a whole JPEG", tjGetErrorStr2(reader.get())};
  if (colours == TJCS_CMYK || colours == TJCS_YCCK) throw data_error{file, "a JPEG in grey or RGB", "one in CMYK"};
  require_size(file, static_cast<std::uint64_t>(width), static_cast<std::uint64_t>(height));
  grey_image picture{width, height};
  if (tjDecompress2(reader.get(), begin, bytes.size(), picture.pixels.data(), width, 0, height, TJPF_GRAY, TJFLAG_LIMITSCANS) != 0)
    throw data_error{file, "a whole JPEG", tjGetErrorStr2(reader.get())};
  return upright(picture, orientation(bytes));
}

std::string kind_of(std::string_view bytes) {
  if (bytes.empty()) return "an empty file";
  if (bytes.starts_with("%PDF")) return "a PDF";
  if (bytes.starts_with("RIFF") && bytes.substr(0, 12).ends_with("WEBP")) return "a WebP";
  if (bytes.size() >= 12 && bytes.substr(4, 4) == "ftyp") return "a HEIC or another of its family";
  return "another kind of file";
}

}  // namespace

grey_image read_picture(const std::string& file) {
  const std::string bytes = content_of(file);
  if (bytes.starts_with("\x89PNG\r\n\x1a\n")) return read_png(file, bytes);
  if (bytes.starts_with("\xff\xd8\xff")) return read_jpeg(file, bytes);
  throw data_error{file, "a PNG or JPEG", kind_of(bytes)};
}

}  // namespace samples
