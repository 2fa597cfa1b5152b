#pragma once
/// The gradient of a convolution for its weight. Vectors run along the channels of y, tiles over
/// taps and channels of x, and each sums over the pixels of a block of images.

#include <hello_dl/core/convolution_shape.hpp>
#include <hello_dl/core/convolution_tile.hpp>
#include <hello_dl/core/gemm_pack.hpp>

namespace hello_dl::detail {

/// A tile: `rows` x `columns` taps of the window, times `channels` of x, times `vectors`.
struct weight_gradient_tiling {
  int vectors = 1;
  extent rows = 1, columns = 1, channels = 1;

  constexpr extent taps() const { return rows * columns; }
};

/// The tiling that costs the least by step_cost(): some channels of one tap or, where there are few
/// channels, all channels of all taps in a row or in the window.
template <class T>
constexpr weight_gradient_tiling best_weight_gradient_tiling(const conv2d_shape& s) {
  const extent lanes = covering_lanes<T>(s.out_channels);
  const extent vectors = (s.out_channels + lanes - 1) / lanes;
  weight_gradient_tiling best;
  double least = 0;
  const auto consider = [&](const weight_gradient_tiling& t) {
    if (!fits_registers(t.taps() * t.channels, t.vectors)) return;
    const extent image = s.in_pixels() * s.in_channels + s.out_pixels() * lanes * t.vectors;
    const bool far = image * static_cast<extent>(sizeof(T)) > first_cache;
    const double channels = tiles_cost(s.in_channels, t.channels, [&](extent tile) {
      const double elements = static_cast<double>(t.taps() * tile);
      return step_cost(elements * t.vectors, elements + t.vectors, far ? t.vectors : 0);
    });
    const extent panels = (vectors + t.vectors - 1) / t.vectors;
    const double cost = static_cast<double>(panels * (s.taps() / t.taps())) * channels;
    if (least > 0 && cost >= least) return;
    least = cost;
    best = t;
  };
  for (int v = 1; v <= static_cast<int>(smaller(4, vectors)); ++v) {
    for (extent c = smaller(s.in_channels, vector_registers); c > 0; --c) consider({v, 1, 1, c});
    consider({v, 1, s.kernel_width, s.in_channels});
    consider({v, s.kernel_height, s.kernel_width, s.in_channels});
  }
  return best;
}

template <class T, conv2d_shape S>
struct weight_gradient {
  static constexpr weight_gradient_tiling tiling = best_weight_gradient_tiling<T>(S);
  static constexpr int vectors = tiling.vectors;
  using panels = channel_panels<T, S.out_channels, vectors>;
  using V = vector_or_scalar<T, panels::lanes>;

  static constexpr extent line = S.width * S.in_channels,
                          image_size = S.in_pixels() * S.in_channels;
  static constexpr extent depth = S.in_channels * S.taps();

  /// The images that a tile sums over before it gives the registers to the next one: so many that
  /// this is worth it, and no more, for the first cache's sake.
  static constexpr extent block = smaller(S.n, (128 + S.out_pixels() - 1) / S.out_pixels());

  /// The channels of y, filled up to whole panels; if that is needed, blocks of grad_y are copied.
  static constexpr extent pixel_size = panels::count * panels::width;
  static constexpr bool copied = pixel_size != S.out_channels;
  static constexpr extent pixels_size = copied ? block * S.out_pixels() * pixel_size : 0;

  /// The sums: [panel, channel of x, tap, channel of the panel].
  static constexpr extent sums_size = depth * panels::width;
  static constexpr extent scratch_size = panels::count * sums_size + pixels_size;

  /// Positions [first, end) of the window's taps [tap, tap + count) at which all lie in the line.
  struct range {
    extent first, end;
  };
  static constexpr range all_inside(extent length, extent positions, extent tap, extent count) {
    const extent before = S.padding - tap, room = length - count + before;
    const extent first = before > 0 ? smaller((before + S.stride - 1) / S.stride, positions) : 0;
    const extent end = room < 0 ? 0 : smaller(room / S.stride + 1, positions);
    return {first, end < first ? first : end};
  }

  template <extent Channels>
  struct tile {
    static constexpr int size = static_cast<int>(tiling.taps() * Channels) * vectors;

    V sum[size];

    static extent offset_of_sum(extent i) {
      const extent element = i / vectors, tap = element / Channels, channel = element % Channels;
      const extent tap_in_window = tap / tiling.columns * S.kernel_width + tap % tiling.columns;
      return (channel * S.taps() + tap_in_window) * panels::width + i % vectors * panels::lanes;
    }
    [[gnu::always_inline]] void clear() {
      in_chunks<size>([&]<int I>() { sum[I] = V(T{0}); });
    }
    [[gnu::always_inline]] void load_from(const T* from) {
      in_chunks<size>([&]<int I>() { sum[I] = load<V>(from + offset_of_sum(I)); });
    }
    [[gnu::always_inline]] void store_to(T* to) const {
      in_chunks<size>([&]<int I>() { store(to + offset_of_sum(I), sum[I]); });
    }

    /// One pixel of y; its window's first tap of the tile is at `x`.
    template <class Inside>
    [[gnu::always_inline]] void add_products(const T* x, const T* pixel, const Inside& inside) {
      V gradient[vectors];
      in_chunks<vectors>([&]<int J>() { gradient[J] = load<V>(pixel + J * panels::lanes); });
      in_chunks<static_cast<int>(tiling.taps())>([&]<int Tap>() {
        constexpr extent row = Tap / tiling.columns, column = Tap % tiling.columns;
        if (!inside(row, column)) return;
        in_chunks<static_cast<int>(Channels)>([&]<int C>() {
          const V element(x[row * line + column * S.in_channels + C]);
          in_chunks<vectors>([&]<int J>() {
            V& s = sum[(Tap * Channels + C) * vectors + J];
            s = fma(element, gradient[J], s);
          });
        });
      });
    }

    [[gnu::always_inline]] void add_inside(const T* x, const T* pixels, range columns) {
      for (extent i = columns.first; i < columns.end; ++i)
        add_products(x + i * S.stride * S.in_channels, pixels + i * pixel_size,
                     [](extent, extent) { return true; });
    }
    /// The same for pixels whose windows stick out of the image; their first tap is at (row, column
    /// + i * stride).
    [[gnu::always_inline]] void add_partly(const T* x, const T* pixels, range columns, extent row,
                                           extent column) {
      for (extent i = columns.first; i < columns.end; ++i)
        add_products(x + i * S.stride * S.in_channels, pixels + i * pixel_size,
                     [&](extent down, extent right) {
                       const extent r = row + down, c = column + i * S.stride + right;
                       return r >= 0 && r < S.height && c >= 0 && c < S.width;
                     });
    }
  };

  /// One tile, from tap (tap_row, tap_column) on, over `images` images.
  template <extent Channels>
  static void run_tile(const T* x, const T* pixels, T* sums, extent tap_row, extent tap_column,
                       extent images, bool accumulate) {
    constexpr bool many = tiling.taps() > 1;
    const range rows = all_inside(S.height, S.out_height(), tap_row, tiling.rows);
    const range columns = all_inside(S.width, S.out_width(), tap_column, tiling.columns);
    const extent top = tap_row - S.padding, left = tap_column - S.padding;
    tile<Channels> t;
    if (accumulate) t.load_from(sums);
    else t.clear();
    for (extent image = 0; image < images; ++image)
      for (extent i = many ? 0 : rows.first; i < (many ? S.out_height() : rows.end); ++i) {
        const extent row = i * S.stride + top;
        const T* const first = x + image * image_size + row * line + left * S.in_channels;
        const T* const line_of_y =
            pixels + (image * S.out_pixels() + i * S.out_width()) * pixel_size;
        const bool inside = rows.first <= i && i < rows.end;
        if (inside) t.add_inside(first, line_of_y, columns);
        if constexpr (many && S.padding > 0) {
          t.add_partly(first, line_of_y, {0, inside ? columns.first : S.out_width()}, row, left);
          if (inside) t.add_partly(first, line_of_y, {columns.end, S.out_width()}, row, left);
        }
      }
    t.store_to(sums);
  }

  template <extent Channels>
  static void run_taps(const T* x, const T* pixels, T* sums, extent images, bool accumulate) {
    for (extent row = 0; row < S.kernel_height; row += tiling.rows)
      for (extent column = 0; column < S.kernel_width; column += tiling.columns)
        run_tile<Channels>(x, pixels, sums + (row * S.kernel_width + column) * panels::width, row,
                           column, images, accumulate);
  }

  static void run_block(const T* x, const T* pixels, T* sums, extent images, bool accumulate) {
    constexpr extent rest = S.in_channels % tiling.channels, end = S.in_channels - rest;
    constexpr extent sums_step = S.taps() * panels::width;
    for (extent panel = 0; panel < panels::count; ++panel, sums += sums_size) {
      const T* const panel_pixels = pixels + panel * panels::width;
      for (extent c = 0; c < end; c += tiling.channels)
        run_taps<tiling.channels>(x + c, panel_pixels, sums + c * sums_step, images, accumulate);
      if constexpr (rest > 0)
        run_taps<rest>(x + end, panel_pixels, sums + end * sums_step, images, accumulate);
    }
  }

  /// `count` pixels of grad_y, filled up with zeros to whole panels.
  static const T* filled_up(const T* grad_y, T* to, extent count) {
    if constexpr (!copied) return grad_y;
    for (extent pixel = 0; pixel < count; ++pixel) {
      __builtin_memcpy(to + pixel * pixel_size, grad_y + pixel * S.out_channels,
                       S.out_channels * sizeof(T));
      fill_zero(to + pixel * pixel_size + S.out_channels, pixel_size - S.out_channels);
    }
    return to;
  }

  static void run(const T* x, const T* grad_y, T* grad_w, T* scratch) {
    T* const copy = scratch + panels::count * sums_size;
    for (extent image = 0; image < S.n; image += block) {
      const extent images = smaller(block, S.n - image);
      const T* const pixels = grad_y + image * S.out_pixels() * S.out_channels;
      run_block(x + image * image_size, filled_up(pixels, copy, images * S.out_pixels()), scratch,
                images, image > 0);
    }
    for (extent panel = 0; panel < panels::count; ++panel)
      transpose_copy<native_lanes<T>>(scratch + panel * sums_size, panels::width,
                                      grad_w + panel * panels::width * depth, depth, depth,
                                      panels::channels(panel));
  }
};

}  // namespace hello_dl::detail
