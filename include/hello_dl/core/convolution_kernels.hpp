#pragma once
/// conv2d and its gradients, image by image, on the processor's vectors.

#include <hello_dl/core/convolution_shape.hpp>
#include <hello_dl/core/correlation.hpp>

namespace hello_dl::detail {

/// The images of x with their padding: [in_channels, frame_rows<S>.length,
/// frame_columns<S>.length].
template <conv2d_shape S>
inline constexpr placed_line frame_rows{S.height, S.padding, 1, S.height + 2 * S.padding};
template <conv2d_shape S>
inline constexpr placed_line frame_columns{S.width, S.padding, 1, S.width + 2 * S.padding};

/// A copy of the image in `frames`; without padding the image itself.
template <conv2d_shape S, class T>
const T* padded(const T* image, T* frames) {
  if constexpr (S.padding == 0) return image;
  place_in_frames<S.in_channels, frame_rows<S>, frame_columns<S>>(image, frames);
  return frames;
}

template <conv2d_shape S>
constexpr extent padded_size() {
  const extent frame_pixels = (S.height + 2 * S.padding) * (S.width + 2 * S.padding);
  return S.padding == 0 ? 0 : S.in_channels * frame_pixels;
}

/// y by correlation of the padded x with w.
template <class T, conv2d_shape S>
struct forward_kernel {
  using kernel =
      correlation<T, correlation_shape{S.in_channels, frame_rows<S>.length, frame_columns<S>.length,
                                       S.out_channels, S.out_height(), S.out_width(),
                                       S.kernel_height, S.kernel_width, S.stride}>;
  using panels = typename kernel::panels;
  static constexpr extent scratch_size =
      kernel::weights_size + kernel::pixels_size + padded_size<S>();

  static void pack_weights(const T* w, T* to) {
    constexpr extent depth = S.in_channels * S.taps();
    fill_zero(to, kernel::weights_size);
    for (extent panel = 0; panel < panels::count; ++panel)
      transpose_copy<native_lanes<T>>(w + panel * panels::width * depth, depth,
                                      to + panel * kernel::panel_size, panels::width,
                                      panels::channels(panel), depth);
  }

  static void run(const T* x, const T* w, T* y, T* scratch) {
    T* const pixels = scratch + kernel::weights_size;
    T* const frames = pixels + kernel::pixels_size;
    pack_weights(w, scratch);
    fill_zero(frames, padded_size<S>());
    for (extent image = 0; image < S.n; ++image)
      kernel::run(padded<S>(x + image * S.in_channels * S.in_pixels(), frames), scratch, pixels,
                  y + image * S.out_channels * S.out_pixels());
  }
};

/// grad_x by correlation of grad_y, its pixels `stride` apart in a frame of zeros, with the window
/// of w turned by 180 degrees.
template <class T, conv2d_shape S>
struct input_gradient_kernel {
  static constexpr placed_line rows{S.out_height(), S.kernel_height - 1 - S.padding, S.stride,
                                    S.height + S.kernel_height - 1};
  static constexpr placed_line columns{S.out_width(), S.kernel_width - 1 - S.padding, S.stride,
                                       S.width + S.kernel_width - 1};
  static constexpr extent frames_size = S.out_channels * rows.length * columns.length;
  using kernel = correlation<T, correlation_shape{S.out_channels, rows.length, columns.length,
                                                  S.in_channels, S.height, S.width, S.kernel_height,
                                                  S.kernel_width, 1, true}>;
  using panels = typename kernel::panels;
  static constexpr extent scratch_size = kernel::weights_size + kernel::pixels_size + frames_size;

  static void pack_weights(const T* w, T* to) {
    fill_zero(to, kernel::weights_size);
    for (extent panel = 0; panel < panels::count; ++panel)
      for (extent out = 0; out < S.out_channels; ++out)
        transpose_copy<native_lanes<T>>(
            w + (out * S.in_channels + panel * panels::width) * S.taps(), S.taps(),
            to + panel * kernel::panel_size + out * S.taps() * panels::width, panels::width,
            panels::channels(panel), S.taps());
  }

  static void run(const T* grad_y, const T* w, T* grad_x, T* scratch) {
    T* const pixels = scratch + kernel::weights_size;
    T* const frames = pixels + kernel::pixels_size;
    pack_weights(w, scratch);
    fill_zero(frames, frames_size);
    for (extent image = 0; image < S.n; ++image) {
      place_in_frames<S.out_channels, rows, columns>(
          grad_y + image * S.out_channels * S.out_pixels(), frames);
      kernel::run(frames, scratch, pixels, grad_x + image * S.in_channels * S.in_pixels());
    }
  }
};

/// grad_w: tiles over the taps of the window (for 1 x 1 windows: over the channels of x), vectors
/// along the channels of y; each sums over all pixels of an image.
template <class T, conv2d_shape S>
struct weight_gradient_kernel {
  using panels = channel_panels<T, S.out_channels>;
  static constexpr extent frame_width = frame_columns<S>.length;
  static constexpr extent frame_pixels = frame_rows<S>.length * frame_width;
  static constexpr extent depth = S.in_channels * S.taps();
  static constexpr extent pixels_size = S.out_pixels() * panels::width;
  static constexpr extent sums_size = depth * panels::width;
  static constexpr extent scratch_size = pixels_size + panels::count * sums_size + padded_size<S>();

  static constexpr bool single_tap = S.taps() == 1;
  static constexpr extent grid_height = single_tap ? S.in_channels : S.kernel_height;
  static constexpr extent row_stride = single_tap ? frame_pixels : frame_width;

  template <extent Rows, extent Columns>
  static constexpr tile_shape tile_of() {
    return {.lanes = panels::lanes,
            .vectors = panels::vectors,
            .columns = panels::width,
            .rows = {Rows, row_stride, Columns, 1},
            .depth_stride = S.stride * frame_width,
            .inner_depth = {.inner = S.out_width(), .inner_stride = S.stride},
            .b_stride = panels::width,
            .c_stride = panels::width};
  }

  /// sums[c, ky, kx, channel of the panel] for one image; `pixels` is [pixel, channel of the
  /// panel].
  static void run_panel(const T* source, const T* pixels, T* sums, bool accumulate) {
    constexpr extent most = tallest_tile(panels::vectors);
    for (extent channel = 0; channel < (single_tap ? 1 : S.in_channels); ++channel)
      for_each_tile<grid_height, S.kernel_width, most>(
          [&]<extent Rows, extent Columns>(extent row, extent column) {
            multiply_tile<T, tile_of<Rows, Columns>()>(
                source + channel * frame_pixels + row * row_stride + column, pixels,
                sums + (channel * S.taps() + row * S.kernel_width + column) * panels::width,
                S.out_height(), accumulate);
          });
  }

  static void run_image(const T* source, const T* grad_y, T* pixels, T* sums, bool accumulate) {
    for (extent panel = 0; panel < panels::count; ++panel) {
      transpose_copy<native_lanes<T>>(grad_y + panel * panels::width * S.out_pixels(),
                                      S.out_pixels(), pixels, panels::width,
                                      panels::channels(panel), S.out_pixels());
      run_panel(source, pixels, sums + panel * sums_size, accumulate);
    }
  }

  static void run(const T* x, const T* grad_y, T* grad_w, T* scratch) {
    T* const sums = scratch + pixels_size;
    T* const frames = sums + panels::count * sums_size;
    fill_zero(scratch, scratch_size);
    for (extent image = 0; image < S.n; ++image)
      run_image(padded<S>(x + image * S.in_channels * S.in_pixels(), frames),
                grad_y + image * S.out_channels * S.out_pixels(), scratch, sums, image > 0);
    for (extent panel = 0; panel < panels::count; ++panel)
      transpose_copy<native_lanes<T>>(sums + panel * sums_size, panels::width,
                                      grad_w + panel * panels::width * depth, depth, depth,
                                      panels::channels(panel));
  }
};

}  // namespace hello_dl::detail
