#pragma once
/// The sizes of a two-dimensional convolution.

#include <hello_dl/core/shape.hpp>

namespace hello_dl {

/// x is [n, in_channels, height, width], the weight w [out_channels, in_channels, kernel_height,
/// kernel_width] and y [n, out_channels, out_height(), out_width()], all row-major.
struct conv2d_shape {
  extent n, in_channels, height, width, out_channels, kernel_height, kernel_width;
  extent stride = 1, padding = 0;

  constexpr extent out_height() const {
    return (height + 2 * padding - kernel_height) / stride + 1;
  }
  constexpr extent out_width() const { return (width + 2 * padding - kernel_width) / stride + 1; }
  constexpr extent in_pixels() const { return height * width; }
  constexpr extent out_pixels() const { return out_height() * out_width(); }
  constexpr extent taps() const { return kernel_height * kernel_width; }

  constexpr extent x_size() const { return n * in_channels * in_pixels(); }
  constexpr extent w_size() const { return out_channels * in_channels * taps(); }
  constexpr extent y_size() const { return n * out_channels * out_pixels(); }
};

}  // namespace hello_dl
