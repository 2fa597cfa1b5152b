#pragma once
#include <span>
#include <string>

#include "image.hpp"

namespace samples {

/// One picture of an animation, and for how long it is shown.
struct frame {
  image picture;
  int milliseconds;
};

/// An animated PNG's bytes: the frames, one after another, again and again. What cannot play it shows the first one.
/// Throws std::invalid_argument if there are none or they differ in size.
std::string encode_apng(std::span<const frame> frames);

/// Writes an animated PNG file as hello_dl::write_file() does.
void write_apng(const std::string& file, std::span<const frame> frames);

}  // namespace samples
