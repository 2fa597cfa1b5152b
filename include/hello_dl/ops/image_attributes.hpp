#pragma once
/// What operations on images share: formulas write them for images [n, channels, height, width], programs
/// compute them on [n, height, width, channels] (graph/channels_last.hpp). An attribute tells which.

#include <hello_dl/graph/channels_last.hpp>
#include <hello_dl/ops/vocabulary.hpp>

namespace hello_dl::detail {

inline constexpr int channels_last_attribute = 7;
constexpr attributes with_channels_last(attributes a) {
  a[channels_last_attribute] = 1;
  return a;
}

/// The shape as [n, channels, height, width], and back.
constexpr dims plain_images(const dims& x, const attributes& a) {
  return a[channels_last_attribute] != 0 ? reordered(x, from_channels_last) : x;
}
constexpr dims laid_out(const dims& x, const attributes& a) {
  return a[channels_last_attribute] != 0 ? reordered(x, to_channels_last) : x;
}

/// Whether `axes`, a bit each, are at least those of the pixels.
constexpr bool all_pixels(unsigned axes, const attributes& a) {
  const unsigned pixels = a[channels_last_attribute] != 0 ? 0b0110 : 0b1100;
  return (axes & pixels) == pixels;
}

constexpr void spell_channels_last(const node& n, spelling& s) {
  if (n.attributes[channels_last_attribute] != 0) s.add("channels_last", "true");
}

}  // namespace hello_dl::detail
