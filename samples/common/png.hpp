#pragma once
#include <string>

#include "image.hpp"

namespace samples {

/// The image as a PNG file's bytes. Throws std::runtime_error with libpng's reason.
std::string encode_png(const image& picture);

/// Writes a PNG file as hello_dl::write_file() does.
void write_png(const std::string& file, const image& picture);

}  // namespace samples
