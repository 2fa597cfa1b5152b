#include "png.hpp"

#include <hello_dl/data/write_file.hpp>
#include <png.h>

#include <stdexcept>

namespace samples {

std::string encode_png(const image& picture) {
  static_assert(sizeof(rgb) == 3, "libpng takes the pixels as they lie in memory");
  png_image header{};
  header.version = PNG_IMAGE_VERSION;
  header.width = static_cast<png_uint_32>(picture.width);
  header.height = static_cast<png_uint_32>(picture.height);
  header.format = PNG_FORMAT_RGB;
  png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(header);
  std::string bytes(size, '\0');
  if (!png_image_write_to_memory(&header, bytes.data(), &size, 0, picture.pixels.data(), 0,
                                 nullptr))
    throw std::runtime_error{std::string{"cannot make a PNG: "} + header.message};
  bytes.resize(size);
  return bytes;
}

void write_png(const std::string& file, const image& picture) {
  hello_dl::write_file(file, encode_png(picture));
}

}  // namespace samples
