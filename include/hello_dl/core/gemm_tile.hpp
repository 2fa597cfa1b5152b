#pragma once
/// The innermost part of matrix multiplication: a tile of the result, held in registers while the sum
/// that it stands for is added up.

#include <hello_dl/core/chunks.hpp>
#include <hello_dl/core/lanes.hpp>
#include <hello_dl/core/processor.hpp>

namespace hello_dl::detail {

/// How many rows of `vectors` vectors fit into the registers, beside one row of B and one element
/// of A.
constexpr extent tallest_tile(int vectors) { return (vector_registers - 1 - vectors) / vectors; }

/// C[i, j] = sum over p of A(i, p) B[p, j], for some rows of C and `columns` columns. A(i, p) is
/// a[i * row_stride + p * depth_stride].
struct tile_shape {
  int lanes = 1, vectors = 1, rows = 1;
  extent columns = 1;
  extent row_stride = 0, depth_stride = 0, b_stride = 0;
};

template <class T, tile_shape S>
struct tile {
  using V = vector_or_scalar<T, S.lanes>;
  static constexpr int size = S.rows * S.vectors;

  V sum[size];

  /// sum += the products of one row of B with one column of A.
  [[gnu::always_inline]] void add_products(const T* a, const T* b) {
    V row_of_b[S.vectors];
    in_chunks<S.vectors>([&]<int J>() { row_of_b[J] = load<V>(b + J * S.lanes); });
    in_chunks<S.rows>([&]<int I>() {
      const V element(a[I * S.row_stride]);
      in_chunks<S.vectors>([&]<int J>() {
        V& s = sum[I * S.vectors + J];
        s = fma(element, row_of_b[J], s);
      });
    });
  }

  [[gnu::always_inline]] void add_products(const T* a, const T* b, extent depth) {
    for (extent p = 0; p < depth; ++p, a += S.depth_stride, b += S.b_stride) add_products(a, b);
  }

  [[gnu::always_inline]] void clear() {
    in_chunks<size>([&]<int I>() { sum[I] = V(T{0}); });
  }

  /// Reads the sums so far; rows of whole vectors.
  [[gnu::always_inline]] void load_from(const T* sums, extent stride) {
    in_chunks<size>([&]<int I>() {
      sum[I] = load<V>(sums + I / S.vectors * stride + I % S.vectors * S.lanes);
    });
  }
  [[gnu::always_inline]] void store_to(T* sums, extent stride) const {
    in_chunks<size>(
        [&]<int I>() { store(sums + I / S.vectors * stride + I % S.vectors * S.lanes, sum[I]); });
  }

  /// Calls sink(vector, row, column) for the vectors of the tile, narrower ones at its right edge.
  template <class Sink>
  [[gnu::always_inline]] void hand_over(const Sink& sink) const {
    in_chunks<size>([&]<int I>() __attribute__((always_inline)) {
      constexpr extent row = I / S.vectors, column = I % S.vectors * S.lanes;
      if constexpr (column + S.lanes <= S.columns) sink(sum[I], row, column);
      else
        for_each_part<S.columns - column>(
            sum[I], [&](auto part, int lane) __attribute__((always_inline)) { sink(part, row, column + lane); });
    });
  }
};

}  // namespace hello_dl::detail
