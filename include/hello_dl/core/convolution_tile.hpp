#pragma once
/// What the convolution kernels share: channels in panels of vectors, pixels in tiles, images
/// inside a frame of zeros.

#include <hello_dl/core/gemm_pack.hpp>
#include <hello_dl/core/gemm_tile.hpp>

namespace hello_dl::detail {

template <class T>
constexpr void fill_zero(T* to, extent count) {
  for (extent i = 0; i < count; ++i) to[i] = T{0};
}

/// `Channels` channels in panels of equally many vectors, so that one kernel serves all panels.
template <class T, extent Channels>
struct channel_panels {
  static constexpr int lanes = covering_lanes<T>(Channels);
  static constexpr extent all_vectors = (Channels + lanes - 1) / lanes;
  static constexpr int vectors = all_vectors % 2 == 0 ? 2 : all_vectors % 3 == 0 ? 3 : 1;
  static constexpr extent width = lanes * vectors;
  static constexpr extent count = all_vectors / vectors;

  /// The channels of a panel, without those that pad the last one.
  static constexpr extent channels(extent panel) {
    return smaller(width, Channels - panel * width);
  }
};

/// Cuts a Height x Width grid into tiles of at most Most cells, each a piece of one row or some
/// whole rows, and calls f<rows, columns>(first row, first column) for each.
template <extent Height, extent Width, extent Most, class F>
void for_each_tile(F f) {
  constexpr extent columns = even_part(Width, Most);
  constexpr extent rows = columns == Width ? even_part(Height, Most / Width) : 1;
  constexpr extent right = Width / columns * columns, bottom = Height / rows * rows;
  const auto row_of_tiles = [&]<extent Rows>(extent row) {
    for (extent column = 0; column < right; column += columns)
      f.template operator()<Rows, columns>(row, column);
    if constexpr (right < Width) f.template operator()<Rows, Width - right>(row, right);
  };
  for (extent row = 0; row < bottom; row += rows) row_of_tiles.template operator()<rows>(row);
  if constexpr (bottom < Height) row_of_tiles.template operator()<Height - bottom>(bottom);
}

/// `count` elements `step` apart, the first at `offset`, that may lie outside of [0, length).
struct placed_line {
  extent count, offset, step, length;

  constexpr extent first_inside() const { return offset < 0 ? (-offset + step - 1) / step : 0; }
  constexpr extent end_inside() const {
    return smaller(count, (length - offset + step - 1) / step);
  }
};

/// Writes `planes` images into frames that are zero everywhere else already: element (i, j) of an
/// image to (offset + i * step, offset + j * step) of its frame, unless that is outside.
template <extent Planes, placed_line Rows, placed_line Columns, class T>
void place_in_frames(const T* images, T* frames) {
  for (extent plane = 0; plane < Planes; ++plane)
    for (extent i = Rows.first_inside(); i < Rows.end_inside(); ++i) {
      const T* const from = images + (plane * Rows.count + i) * Columns.count;
      T* const to = frames + (plane * Rows.length + Rows.offset + i * Rows.step) * Columns.length;
      for (extent j = Columns.first_inside(); j < Columns.end_inside(); ++j)
        to[Columns.offset + j * Columns.step] = from[j];
    }
}

}  // namespace hello_dl::detail
