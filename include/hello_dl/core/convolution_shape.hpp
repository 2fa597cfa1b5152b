#pragma once
/// The sizes of a two-dimensional convolution, and how its window slides along an axis.

#include <hello_dl/core/shape.hpp>

namespace hello_dl {

/// The images x are [n, height, width, in_channels], the weight w [out_channels, in_channels,
/// kernel_height, kernel_width] and y [n, out_height(), out_width(), out_channels], all row-major.
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

namespace detail {

/// A window of `taps` slides over a line of `source` elements, which lie `dilation` apart, in steps
/// of `step`; its first position is `padding` before the first element. (A transposed convolution
/// has gaps between the elements where the convolution has steps.)
struct window_axis {
  extent source, result, taps;
  extent step = 1, padding = 0, dilation = 1;

  /// The element below a tap, or -1 where there is none.
  constexpr extent source_at(extent position, extent tap) const {
    const extent at = position * step + tap - padding;
    return at >= 0 && at % dilation == 0 && at / dilation < source ? at / dilation : -1;
  }
  /// The position from which a tap is over an element, or -1 where there is none.
  constexpr extent position_of(extent element, extent tap) const {
    const extent at = element * dilation + padding - tap;
    return at >= 0 && at % step == 0 && at / step < result ? at / step : -1;
  }
  /// Whether the window lies within the line at all of `count` positions.
  constexpr bool inside(extent first, extent count) const {
    const extent last_tap = (first + count - 1) * step + taps - 1;
    return first * step >= padding && last_tap - padding <= (source - 1) * dilation;
  }
  /// How many taps are over elements, from all positions together.
  constexpr extent products() const {
    extent count = 0;
    for (extent position = 0; position < result; ++position)
      for (extent tap = 0; tap < taps; ++tap) count += source_at(position, tap) >= 0;
    return count;
  }
};

}  // namespace detail
}  // namespace hello_dl
