#pragma once
/// Matrix multiplication with vectors along the columns of the result: panels of columns, and
/// within each tiles of rows that sum over the whole depth in registers.

#include <hello_dl/core/gemm_pack.hpp>
#include <hello_dl/core/gemm_plan.hpp>

namespace hello_dl::detail {

/// C[rows, columns] = sum over p < depth of A(i, p) B(p, j). A(i, p) is a[i * row_stride + p *
/// depth_stride]; B is stored as [depth, columns], or as [columns, depth] when `transposed`.
struct panel_product {
  extent rows, columns, depth;
  extent row_stride, depth_stride;
  bool transposed;
};

template <class T, panel_product S>
struct panels {
  static constexpr tile_grid grid = cheapest_grid<T>(S.rows, S.columns, S.depth);
  static constexpr int lanes = grid.lanes;
  /// Columns of the widest panel, padded to whole vectors.
  static constexpr extent width = grid.vectors.size * lanes;
  /// A panel is copied where B must be transposed, and where its rows are no whole vectors.
  static constexpr extent scratch_size =
      S.transposed || S.columns % lanes != 0 ? S.depth * width : 0;

  template <extent Columns>
  static constexpr int vectors = static_cast<int>((Columns + lanes - 1) / lanes);
  template <extent Columns>
  static constexpr bool packed = S.transposed || Columns % lanes != 0;
  template <extent Columns>
  static constexpr extent b_stride = packed<Columns> ? lanes* vectors<Columns> : S.columns;

  /// Copies B from column `first` on to `to`, padded with zeros to whole vectors.
  template <extent Columns>
  static void pack(const T* b, extent first, T* to) {
    using V = vector_or_scalar<T, lanes>;
    constexpr extent stride = b_stride<Columns>;
    if constexpr (Columns < stride)
      for (extent p = 0; p < S.depth; ++p) store(to + (p + 1) * stride - lanes, V(T{0}));
    if constexpr (S.transposed)
      transpose_copy<lanes>(b + first * S.depth, S.depth, to, stride, Columns, S.depth);
    else
      for (extent p = 0; p < S.depth; ++p)
        __builtin_memcpy(to + p * stride, b + p * S.columns + first, Columns * sizeof(T));
  }

  template <extent Columns, extent Rows, class Sink>
  static void multiply_tile(const T* a, const T* b, extent row, extent column, const Sink& sink) {
    tile<T, tile_shape{.lanes = lanes,
                       .vectors = vectors<Columns>,
                       .columns = Columns,
                       .rows = {.outer = Rows, .outer_stride = S.row_stride},
                       .depth_stride = S.depth_stride,
                       .b_stride = b_stride<Columns>}>
        result;
    result.clear();
    result.add_products(a + row * S.row_stride, b, S.depth);
    result.hand_over([&](auto value, extent i, extent j) { sink(value, row + i, column + j); });
  }

  /// The panel from column `first` on.
  template <extent Columns, class Sink>
  static void multiply(const T* a, const T* b, extent first, T* scratch, const Sink& sink) {
    constexpr extent tall = grid.rows.size, low = tall - 1;
    if constexpr (packed<Columns>) pack<Columns>(b, first, scratch);
    const T* const panel = packed<Columns> ? scratch : b + first;
    extent row = 0;
    for (extent i = 0; i < grid.rows.larger; ++i, row += tall)
      multiply_tile<Columns, tall>(a, panel, row, first, sink);
    if constexpr (grid.rows.larger < grid.rows.parts)
      for (; row < S.rows; row += low) multiply_tile<Columns, low>(a, panel, row, first, sink);
  }

  /// Calls f.operator()<columns>(first column) for each panel.
  template <class F>
  static void for_each(F f) {
    constexpr even_cut cut = grid.vectors;
    constexpr extent narrow = width - lanes, last = cut.larger < cut.parts ? narrow : width;
    constexpr extent end = (S.columns + lanes - 1) / lanes * lanes - last;
    extent first = 0;
    for (extent i = 0; i < cut.larger && first < end; ++i, first += width)
      f.template operator()<width>(first);
    if constexpr (cut.larger + 1 < cut.parts)
      for (; first < end; first += narrow) f.template operator()<narrow>(first);
    f.template operator()<S.columns - end>(end);
  }
};

}  // namespace hello_dl::detail
