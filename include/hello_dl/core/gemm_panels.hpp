#pragma once
/// Matrix multiplication with vectors along the columns of the result: panels of columns, and
/// within each blocks of the depth that stay in the first cache, and tiles of rows.

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
  /// Whether a panel of that many columns is copied: where it must be transposed, where its rows
  /// are no whole vectors, and where so many rows of A pass over it that it pays to have it in one
  /// piece.
  static constexpr bool copied(extent columns) {
    return S.transposed || columns % lanes != 0 || grid.rows.parts >= 32;
  }
  static constexpr extent packed_size = copied(S.columns) ? grid.block_depth * width : 0;
  /// The sums of one panel, [rows, width], between one block and the next.
  static constexpr extent sums_size = S.rows * width;
  static constexpr bool one_block = grid.block_depth == S.depth;
  static constexpr extent scratch_size = packed_size + (one_block ? 0 : sums_size);

  template <extent Columns>
  static constexpr int vectors = static_cast<int>((Columns + lanes - 1) / lanes);
  template <extent Columns>
  static constexpr extent b_stride = copied(Columns) ? lanes* vectors<Columns> : S.columns;

  /// Copies `depth` rows of a panel of B to `to`, padded with zeros to whole vectors.
  template <extent Columns>
  static void pack(const T* b, T* to, extent depth) {
    using V = vector_or_scalar<T, lanes>;
    constexpr extent stride = b_stride<Columns>;
    if constexpr (Columns < stride)
      for (extent p = 0; p < depth; ++p) store(to + (p + 1) * stride - lanes, V(T{0}));
    if constexpr (S.transposed) transpose_copy<lanes>(b, S.depth, to, stride, Columns, depth);
    else
      for (extent p = 0; p < depth; ++p)
        __builtin_memcpy(to + p * stride, b + p * S.columns, Columns * sizeof(T));
  }

  /// A block of the depth of one panel.
  struct block {
    const T* a;
    const T* b;
    T* sums;
    extent first_column, depth;
    bool first, last;
  };

  /// What handing over needs is copied first: nothing that a sink writes can change a copy.
  template <extent Columns, extent Rows, class Sink>
  static void multiply_tile(const block& x, extent row, Sink sink) {
    const extent first = x.first_column;
    tile<T, tile_shape{.lanes = lanes,
                       .vectors = vectors<Columns>,
                       .rows = static_cast<int>(Rows),
                       .columns = Columns,
                       .row_stride = S.row_stride,
                       .depth_stride = S.depth_stride,
                       .b_stride = b_stride<Columns>}>
        result;
    T* const sums = x.sums + row * width;
    result.clear();
    if constexpr (!one_block)
      if (!x.first) result.load_from(sums, width);
    result.add_products(x.a + row * S.row_stride, x.b, one_block ? S.depth : x.depth);
    if constexpr (!one_block)
      if (!x.last) return result.store_to(sums, width);
    result.hand_over([&](auto value, extent i, extent j) __attribute__((always_inline)) {
      sink(value, row + i, first + j);
    });
  }

  template <extent Columns, class Sink>
  static void multiply_block(const block& x, const Sink& sink) {
    constexpr extent tall = grid.rows.size, low = tall - 1, end = grid.rows.larger * tall;
    for (extent row = 0; row < end; row += tall) multiply_tile<Columns, tall>(x, row, sink);
    if constexpr (end < S.rows)
      for (extent row = end; row < S.rows; row += low) multiply_tile<Columns, low>(x, row, sink);
  }

  /// The panel from column `first` on.
  template <extent Columns, class Sink>
  static void multiply(const T* a, const T* b, extent first, T* scratch, const Sink& sink) {
    b += first * (S.transposed ? S.depth : 1);
    for (extent p = 0; p < S.depth; p += grid.block_depth) {
      const extent depth = smaller(grid.block_depth, S.depth - p);
      const T* block_b = b + p * (S.transposed ? 1 : S.columns);
      if constexpr (copied(Columns)) {
        pack<Columns>(block_b, scratch, depth);
        block_b = scratch;
      }
      multiply_block<Columns>({a + p * S.depth_stride, block_b, scratch + packed_size, first, depth,
                               p == 0, p + depth == S.depth},
                              sink);
    }
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
