#pragma once
/// The innermost part of matrix multiplication and convolution: a tile of the result, held in
/// registers while the sum that it stands for is added up.

#include <hello_dl/core/chunks.hpp>
#include <hello_dl/core/lanes.hpp>

namespace hello_dl::detail {

#if defined(__AVX512F__) || defined(__aarch64__)
inline constexpr int vector_registers = 32;
#else
inline constexpr int vector_registers = 16;
#endif

/// Bytes that stay in the first cache while a tile is computed.
inline constexpr extent first_cache = 40 * 1024;

/// The widest tile, in vectors: 6 x 4 of 32 registers, 6 x 2 of 16 need the fewest loads for each
/// multiplication.
inline constexpr int widest_tile = vector_registers / 8;

/// How many rows of `vectors` vectors fit into the registers, beside one row of B and one element
/// of A.
constexpr extent tallest_tile(int vectors) { return (vector_registers - 1 - vectors) / vectors; }

/// Two nested loops with static extents: step (i, j) is at i * outer_stride + j * inner_stride.
struct loop_nest {
  extent outer = 1, outer_stride = 0, inner = 1, inner_stride = 0;

  constexpr extent size() const { return outer * inner; }
  constexpr extent offset(extent step) const {
    return step / inner * outer_stride + step % inner * inner_stride;
  }
};

/// C[i, j] = sum over p of A(i, p) B[p, j], for the rows i of a tile and its `columns`.
/// A(i, p) is a[rows.offset(i) + depth offset of p]; the sum over p runs over `depth` steps of
/// depth_stride each, and within each over the steps of `inner_depth`.
struct tile_shape {
  int lanes = 1, vectors = 1;
  extent columns = 1;
  loop_nest rows = {};
  extent depth_stride = 0;
  loop_nest inner_depth = {};
  extent b_stride = 0, c_stride = 0;
};

template <class T, tile_shape S>
struct tile {
  using V = vector_or_scalar<T, S.lanes>;
  static constexpr int rows = static_cast<int>(S.rows.size());
  static constexpr int size = rows * S.vectors;

  V sum[size];

  /// sum += the products of one row of B with one column of A.
  [[gnu::always_inline]] void add_products(const T* a, const T* b) {
    V row_of_b[S.vectors];
    in_chunks<S.vectors>([&]<int J>() { row_of_b[J] = load<V>(b + J * S.lanes); });
    in_chunks<rows>([&]<int I>() {
      const V element(a[S.rows.offset(I)]);
      in_chunks<S.vectors>([&]<int J>() {
        V& s = sum[I * S.vectors + J];
        s = fma(element, row_of_b[J], s);
      });
    });
  }

  [[gnu::always_inline]] void add_products(const T* a, const T* b, extent depth) {
    for (extent p = 0; p < depth; ++p, a += S.depth_stride)
      for (extent i = 0; i < S.inner_depth.outer; ++i)
        for (extent j = 0; j < S.inner_depth.inner; ++j, b += S.b_stride)
          add_products(a + i * S.inner_depth.outer_stride + j * S.inner_depth.inner_stride, b);
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

/// Writes the products to one tile of C, or adds them to what is there.
template <class T, tile_shape S>
void multiply_tile(const T* a, const T* b, T* c, extent depth, bool accumulate) {
  tile<T, S> result;
  result.clear();
  result.add_products(a, b, depth);
  result.hand_over([&]<class V>(V sum, extent row, extent column) {
    T* const to = c + row * S.c_stride + column;
    store(to, accumulate ? load<V>(to) + sum : sum);
  });
}

}  // namespace hello_dl::detail
