#pragma once
/// Copies that rearrange a matrix into the order in which a multiplication reads it.

#include <utility>

#include <hello_dl/core/chunks.hpp>
#include <hello_dl/core/lanes.hpp>

namespace hello_dl::detail {

/// Lane c of the result is a[c] where bit Half of c is clear and b[c - Half] where it is set; with
/// Upper a[c + Half] and b[c].
template <int Half, bool Upper, class T, int N, int... Lane>
[[gnu::always_inline]] inline simd<T, N> exchange(simd<T, N> a, simd<T, N> b,
                                                  std::integer_sequence<int, Lane...>) {
  constexpr int shift = Upper ? Half : 0;
  return simd<T, N>(__builtin_shufflevector(
      a.value, b.value, ((Lane & Half) != 0 ? N + Lane - Half + shift : Lane + shift)...));
}

/// Swaps the off-diagonal Half x Half blocks within every 2 Half x 2 Half block, then the same with
/// smaller blocks: a transposition.
template <int Half, class T, int N>
[[gnu::always_inline]] inline void transpose_blocks(simd<T, N> (&row)[N]) {
  constexpr auto lanes = std::make_integer_sequence<int, N>{};
  in_chunks<N>([&]<int I>() {
    if constexpr ((I & Half) == 0) {
      const simd<T, N> a = row[I], b = row[I + Half];
      row[I] = exchange<Half, false>(a, b, lanes);
      row[I + Half] = exchange<Half, true>(a, b, lanes);
    }
  });
  if constexpr (Half > 1) transpose_blocks<Half / 2>(row);
}

template <int N, class T>
[[gnu::always_inline]] inline void transpose_square(const T* from, extent from_stride, T* to,
                                                    extent to_stride) {
  simd<T, N> row[N];
  in_chunks<N>([&]<int I>() { row[I] = simd<T, N>::load(from + I * from_stride); });
  transpose_blocks<N / 2>(row);
  in_chunks<N>([&]<int I>() { row[I].store(to + I * to_stride); });
}

/// to[j, i] = from[i, j] for i < rows and j < columns, in N x N squares; what is left over at the
/// right and at the bottom in smaller ones.
template <int N, class T>
void transpose_copy(const T* from, extent from_stride, T* to, extent to_stride, extent rows,
                    extent columns) {
  const extent bottom = rows / N * N, right = columns / N * N;
  for (extent i = 0; i < bottom; i += N)
    for (extent j = 0; j < right; j += N)
      if constexpr (N == 1) to[j * to_stride + i] = from[i * from_stride + j];
      else
        transpose_square<N>(from + i * from_stride + j, from_stride, to + j * to_stride + i,
                            to_stride);
  if constexpr (N > 1) {
    if (right < columns)
      transpose_copy<N / 2>(from + right, from_stride, to + right * to_stride, to_stride, bottom,
                            columns - right);
    if (bottom < rows)
      transpose_copy<N / 2>(from + bottom * from_stride, from_stride, to + bottom, to_stride,
                            rows - bottom, columns);
  }
}

}  // namespace hello_dl::detail
