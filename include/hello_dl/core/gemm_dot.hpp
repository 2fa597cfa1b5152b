#pragma once
/// Matrix multiplication of two matrices that both lie along k, without moving an element: vectors
/// run along k, and the lanes of each sum are added at the end.

#include <hello_dl/core/gemm_pack.hpp>
#include <hello_dl/core/gemm_plan.hpp>

namespace hello_dl::detail {

/// Lane i is the sum of the lanes of v[i]: halves are exchanged and added, then quarters, and so
/// on.
template <int Half, class T, int N>
[[gnu::always_inline]] inline simd<T, N> sums_of_lanes(simd<T, N> (&v)[N]) {
  in_chunks<Half>([&]<int I>() {
    v[I] = exchange<Half, false>(v[I], v[I + Half]) + exchange<Half, true>(v[I], v[I + Half]);
  });
  if constexpr (Half > 1) return sums_of_lanes<Half / 2>(v);
  else return v[0];
}

/// C[m, n] = A[m, k] B[n, k]^T.
template <class T, gemm_shape S>
struct dot_products {
  static constexpr int lanes = native_lanes<T>;
  using V = simd<T, lanes>;
  static constexpr dot_tile tile = dot_tile_for<T>(S.m);

  /// sums[i, j] += the products of row i of A and row j of B at Count elements, at most a vector.
  template <extent Rows, extent Columns, extent Count>
  [[gnu::always_inline]] static void add_products(const T* a, const T* b, V (&sums)[lanes]) {
    V row_of_a[Rows];
    in_chunks<Rows>([&]<int I>() { row_of_a[I] = load_first<V, Count>(a + I * S.k); });
    in_chunks<Columns>([&]<int J>() {
      const V row_of_b = load_first<V, Count>(b + J * S.k);
      in_chunks<Rows>([&]<int I>() {
        V& sum = sums[I * tile.columns + J];
        sum = fma(row_of_a[I], row_of_b, sum);
      });
    });
  }

  template <extent Rows, extent Columns, class Sink>
  static void multiply_tile(const T* a, const T* b, extent row, extent column, Sink sink) {
    constexpr extent whole = S.k / lanes * lanes;
    const T* const rows_of_a = a + row * S.k;
    const T* const rows_of_b = b + column * S.k;
    V sums[lanes];
    in_chunks<lanes>([&]<int I>() { sums[I] = V(T{0}); });
    for (extent p = 0; p < whole; p += lanes)
      add_products<Rows, Columns, lanes>(rows_of_a + p, rows_of_b + p, sums);
    if constexpr (whole < S.k)
      add_products<Rows, Columns, S.k - whole>(rows_of_a + whole, rows_of_b + whole, sums);
    const V all = sums_of_lanes<lanes / 2>(sums);
    in_chunks<Rows>([&]<int I>() __attribute__((always_inline)) {
      for_each_part<Columns>(part<I * tile.columns, tile.columns>(all),
                             [&](auto value, int lane) __attribute__((always_inline)) {
                               sink(value, row + I, column + lane);
                             });
    });
  }

  template <extent Rows, class Sink>
  static void multiply_rows(const T* a, const T* b, extent row, const Sink& sink) {
    constexpr extent end = S.n / tile.columns * tile.columns;
    for (extent column = 0; column < end; column += tile.columns)
      multiply_tile<Rows, tile.columns>(a, b, row, column, sink);
    if constexpr (end < S.n) multiply_tile<Rows, S.n - end>(a, b, row, end, sink);
  }

  template <class Sink>
  static void multiply(const T* a, const T* b, const Sink& sink) {
    constexpr extent end = S.m / tile.rows * tile.rows;
    for (extent row = 0; row < end; row += tile.rows) multiply_rows<tile.rows>(a, b, row, sink);
    if constexpr (end < S.m) multiply_rows<S.m - end>(a, b, end, sink);
  }
};

}  // namespace hello_dl::detail
