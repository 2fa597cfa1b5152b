#pragma once
/// Matrix multiplication for shapes known at compile time.

#include <hello_dl/core/gemm_pack.hpp>
#include <hello_dl/core/gemm_tile.hpp>

namespace hello_dl {

/// C[m, n] = op(A)[m, k] op(B)[k, n], all row-major and dense. A is stored as [m, k], or as [k, m]
/// when `transpose_a`; B is stored as [k, n], or as [n, k] when `transpose_b`.
struct gemm_shape {
  extent m, n, k;
  bool transpose_a = false, transpose_b = false;
};

namespace detail {

template <class T, gemm_shape S, bool Accumulate>
constexpr void gemm_scalar(const T* a, const T* b, T* c) {
  for (extent i = 0; i < S.m; ++i)
    for (extent j = 0; j < S.n; ++j) {
      T sum = Accumulate ? c[i * S.n + j] : T{0};
      for (extent p = 0; p < S.k; ++p)
        sum += a[S.transpose_a ? p * S.m + i : i * S.k + p] *
               b[S.transpose_b ? j * S.k + p : p * S.n + j];
      c[i * S.n + j] = sum;
    }
}

/// A multiplication in blocks: panels of columns, within each blocks of the depth k, within each
/// tiles of rows. A block of B stays in the first cache while all rows of A pass over it.
template <class T, gemm_shape S>
struct gemm_blocks {
  static constexpr int lanes = covering_lanes<T>(S.n);
  static constexpr extent panel_columns = even_part((S.n + lanes - 1) / lanes, widest_tile) * lanes;
  static constexpr extent block_bytes = 32 * 1024;
  static constexpr extent block_depth =
      even_part(S.k, block_bytes / (panel_columns * static_cast<extent>(sizeof(T))));

  template <extent Columns>
  static constexpr int vectors = static_cast<int>((Columns + lanes - 1) / lanes);
  template <extent Columns>
  static constexpr bool packed = S.transpose_b || Columns % lanes != 0;
  template <extent Columns>
  static constexpr extent b_stride = packed<Columns> ? lanes* vectors<Columns> : S.n;

  template <extent Columns, extent Rows>
  static constexpr tile_shape tile_of() {
    return {.lanes = lanes,
            .vectors = vectors<Columns>,
            .columns = Columns,
            .rows = {.outer = Rows, .outer_stride = S.transpose_a ? 1 : S.k},
            .depth_stride = S.transpose_a ? S.m : 1,
            .b_stride = b_stride<Columns>,
            .c_stride = S.n};
  }

  template <extent Columns>
  static void multiply_rows(const T* a, const T* b, T* c, extent depth, bool accumulate) {
    constexpr extent rows = even_part(S.m, tallest_tile(vectors<Columns>));
    constexpr extent row_stride = S.transpose_a ? 1 : S.k;
    constexpr extent last = S.m / rows * rows;
    for (extent i = 0; i < last; i += rows)
      multiply_tile<T, tile_of<Columns, rows>()>(a + i * row_stride, b, c + i * S.n, depth,
                                                 accumulate);
    if constexpr (last < S.m)
      multiply_tile<T, tile_of<Columns, S.m - last>()>(a + last * row_stride, b, c + last * S.n,
                                                       depth, accumulate);
  }

  /// Copies `depth` rows of a panel of op(B) to `to`, padded with zeros to whole vectors.
  template <extent Columns>
  static void pack(const T* b, T* to, extent depth) {
    constexpr extent stride = b_stride<Columns>;
    if constexpr (Columns < stride)
      for (extent i = 0; i < depth * stride; ++i) to[i] = T{0};
    if constexpr (S.transpose_b)
      transpose_copy<native_lanes<T>>(b, S.k, to, stride, Columns, depth);
    else
      for (extent p = 0; p < depth; ++p)
        __builtin_memcpy(to + p * stride, b + p * S.n, Columns * sizeof(T));
  }

  /// C[:, first column of the panel onwards], from B's and C's first element of the panel.
  template <extent Columns>
  static void multiply_panel(const T* a, const T* b, T* c, bool accumulate) {
    for (extent p = 0; p < S.k; p += block_depth, accumulate = true) {
      const extent depth = smaller(block_depth, S.k - p);
      const T* const block_a = a + p * (S.transpose_a ? S.m : 1);
      const T* const block_b = b + p * (S.transpose_b ? 1 : S.n);
      if constexpr (packed<Columns>) {
        alignas(64) T block[block_depth * b_stride<Columns>];
        pack<Columns>(block_b, block, depth);
        multiply_rows<Columns>(block_a, block, c, depth, accumulate);
      } else {
        multiply_rows<Columns>(block_a, block_b, c, depth, accumulate);
      }
    }
  }

  static void multiply(const T* a, const T* b, T* c, bool accumulate) {
    constexpr extent column_stride = S.transpose_b ? S.k : 1;
    constexpr extent last = S.n / panel_columns * panel_columns;
    for (extent j = 0; j < last; j += panel_columns)
      multiply_panel<panel_columns>(a, b + j * column_stride, c + j, accumulate);
    if constexpr (last < S.n)
      multiply_panel<S.n - last>(a, b + last * column_stride, c + last, accumulate);
  }
};

}  // namespace detail

/// Writes op(A) op(B) to `c`, or adds it to what is there when Accumulate; `c` overlaps neither
/// operand.
template <class T, gemm_shape S, bool Accumulate = false>
constexpr void gemm(const T* a, const T* b, T* c) {
  if (std::is_constant_evaluated()) detail::gemm_scalar<T, S, Accumulate>(a, b, c);
  else if constexpr (S.n == 1 && S.m > 1)  // a column: its transpose is the same memory
    gemm<T, gemm_shape{1, S.m, S.k, !S.transpose_b, !S.transpose_a}, Accumulate>(b, a, c);
  else detail::gemm_blocks<T, S>::multiply(a, b, c, Accumulate);
}

template <class T, gemm_shape S>
constexpr extent gemm_scratch() { return S.m * S.n; }
template <class T, gemm_shape S, class Sink>
constexpr void gemm(const T* a, const T* b, T* scratch, const Sink& sink) {
  gemm<T, S>(a, b, scratch);
  for (extent i = 0; i < S.m; ++i) {
    if (std::is_constant_evaluated())
      for (extent j = 0; j < S.n; ++j) sink(scratch[i * S.n + j], i, j);
    else
      detail::for_each_pack<T, native_lanes<T>, S.n>([&]<class V>(extent j) { sink(load<V>(scratch + i * S.n + j), i, j); });
  }
}

}  // namespace hello_dl
