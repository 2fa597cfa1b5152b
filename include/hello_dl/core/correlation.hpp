#pragma once
/// The convolution kernel: vectors run along the output channels, tiles over the output pixels, and
/// every element of the source is broadcast. No copy of the source in columns is ever made.

#include <hello_dl/core/convolution_tile.hpp>

namespace hello_dl::detail {

/// y[o, i, j] = sum over c, ky, kx of w[c, ky, kx, o] * source[c, i * stride + ky, j * stride +
/// kx]; when `reversed`, the window is turned by 180 degrees: kernel_height - 1 - ky, and so on.
struct correlation_shape {
  extent channels, source_height, source_width;
  extent out_channels, out_height, out_width;
  extent kernel_height, kernel_width, stride;
  bool reversed = false;

  constexpr extent depth() const { return channels * kernel_height * kernel_width; }
  constexpr extent out_pixels() const { return out_height * out_width; }
};

template <class T, correlation_shape S>
struct correlation {
  using panels = channel_panels<T, S.out_channels>;
  static constexpr extent panel_size = S.depth() * panels::width;
  /// The weights as the kernel reads them: [panel, c, ky, kx, channel of the panel].
  static constexpr extent weights_size = panels::count * panel_size;
  /// One panel of y as the kernel writes it: [pixel, channel of the panel].
  static constexpr extent pixels_size = S.out_pixels() * panels::width;

  template <extent Rows, extent Columns>
  static constexpr tile_shape tile_of() {
    const extent direction = S.reversed ? -1 : 1;
    return {.lanes = panels::lanes,
            .vectors = panels::vectors,
            .columns = panels::width,
            .rows = {Rows, S.stride * S.source_width, Columns, S.stride},
            .depth_stride = S.source_height * S.source_width,
            .inner_depth = {S.kernel_height, direction * S.source_width, S.kernel_width, direction},
            .b_stride = panels::width,
            .c_stride = panels::width};
  }

  static void run_panel(const T* source, const T* weights, T* pixels) {
    constexpr extent first_tap =
        S.reversed ? (S.kernel_height - 1) * S.source_width + S.kernel_width - 1 : 0;
    for_each_tile<S.out_height, S.out_width, tallest_tile(panels::vectors)>(
        [&]<extent Rows, extent Columns>(extent row, extent column) {
          multiply_tile<T, tile_of<Rows, Columns>()>(
              source + (row * S.source_width + column) * S.stride + first_tap, weights,
              pixels + (row * S.out_width + column) * panels::width, S.channels, false);
        });
  }

  /// One image; `pixels` is scratch memory.
  static void run(const T* source, const T* weights, T* pixels, T* y) {
    for (extent panel = 0; panel < panels::count; ++panel) {
      run_panel(source, weights + panel * panel_size, pixels);
      transpose_copy<native_lanes<T>>(pixels, panels::width,
                                      y + panel * panels::width * S.out_pixels(), S.out_pixels(),
                                      S.out_pixels(), panels::channels(panel));
    }
  }
};

}  // namespace hello_dl::detail
