#pragma once
/// Transposition of matrices, in squares that fit into registers.

#include <hello_dl/core/chunks.hpp>
#include <hello_dl/core/lanes.hpp>

namespace hello_dl::detail {

/// Lane c of the result is a[c] where bit Half of c is clear and b[c - Half] where it is set; with
/// Upper a[c + Half] and b[c].
template <int Half, bool Upper, class T, int N>
[[gnu::always_inline]] inline simd<T, N> exchange(simd<T, N> a, simd<T, N> b) {
  constexpr int shift = Upper ? Half : 0;
  return [&]<int... Lane>(std::integer_sequence<int, Lane...>) {
    return simd<T, N>(__builtin_shufflevector(
        a.value, b.value, ((Lane & Half) != 0 ? N + Lane - Half + shift : Lane + shift)...));
  }
  (std::make_integer_sequence<int, N>{});
}

/// Within every 16 bytes: the lanes of a and b in turn, from their lower or upper halves.
template <bool Upper, class T, int N>
[[gnu::always_inline]] inline simd<T, N> interleave(simd<T, N> a, simd<T, N> b) {
  constexpr int piece = 16 / sizeof(T);
  return [&]<int... Lane>(std::integer_sequence<int, Lane...>) {
    return simd<T, N>(__builtin_shufflevector(
        a.value, b.value,
        (Lane / piece * piece + (Upper ? piece / 2 : 0) + Lane % piece / 2 + Lane % 2 * N)...));
  }
  (std::make_integer_sequence<int, N>{});
}

/// Transposes the square of 16 bytes a side from row First on, in every 16 bytes of its
/// rows.
template <int First, class T, int N>
[[gnu::always_inline]] inline void transpose_pieces(simd<T, N> (&row)[N]) {
  if constexpr (sizeof(T) == 8) {
    const simd<T, N> a = row[First], b = row[First + 1];
    row[First] = interleave<false>(a, b);
    row[First + 1] = interleave<true>(a, b);
  } else {
    const auto pair = [](simd<T, N> v) { return std::bit_cast<simd<double, N / 2>>(v); };
    const auto finish = [&]<bool Upper>() {
      const auto a = pair(interleave<Upper>(row[First], row[First + 1]));
      const auto b = pair(interleave<Upper>(row[First + 2], row[First + 3]));
      return std::pair(std::bit_cast<simd<T, N>>(interleave<false>(a, b)),
                       std::bit_cast<simd<T, N>>(interleave<true>(a, b)));
    };
    const auto lower = finish.template operator()<false>();
    const auto upper = finish.template operator()<true>();
    row[First] = lower.first, row[First + 1] = lower.second;
    row[First + 2] = upper.first, row[First + 3] = upper.second;
  }
}

/// Reads a square so that its upper right and its lower left quarter have changed places: half a
/// vector at a time, which is cheaper than shuffles.
template <class T, int N>
[[gnu::always_inline]] inline void load_quarters(const T* from, extent stride,
                                                 simd<T, N> (&row)[N]) {
  constexpr int half = N / 2;
  using H = simd<T, half>;
  in_chunks<half>([&]<int I>() {
    const T* const upper = from + I * stride;
    const T* const lower = from + (I + half) * stride;
    row[I] = join(H::load(upper), H::load(lower));
    row[I + half] = join(H::load(upper + half), H::load(lower + half));
  });
}

/// Swaps the off-diagonal Half x Half blocks within every 2 Half x 2 Half block, then the same with
/// smaller blocks, down to what 16 bytes hold.
template <int Half, class T, int N>
[[gnu::always_inline]] inline void transpose_blocks(simd<T, N> (&row)[N]) {
  if constexpr (Half * sizeof(T) >= 16) {
    in_chunks<N>([&]<int I>() {
      if constexpr ((I & Half) == 0) {
        const simd<T, N> a = row[I], b = row[I + Half];
        row[I] = exchange<Half, false>(a, b);
        row[I + Half] = exchange<Half, true>(a, b);
      }
    });
    transpose_blocks<Half / 2>(row);
  } else {
    constexpr int piece = 2 * Half;
    in_chunks<N / piece>([&]<int I>() { transpose_pieces<I * piece>(row); });
  }
}

/// Calls f.operator()<I>(V) with the columns I of an N x N square.
template <int N, class T, class F>
[[gnu::always_inline]] inline void transpose_square(const T* from, extent stride, F&& f) {
  if constexpr (N == 1) {
    f.template operator()<0>(*from);
  } else if constexpr (N * sizeof(T) < 16) {  // two floats: no instruction set has such vectors
    in_chunks<N>([&]<int I>() { f.template operator()<I>(join(from[I], from[stride + I])); });
  } else {
    simd<T, N> row[N];
    if constexpr (N * sizeof(T) > 16) {
      load_quarters(from, stride, row);
      transpose_blocks<N / 4>(row);
    } else {
      in_chunks<N>([&]<int I>() { row[I] = simd<T, N>::load(from + I * stride); });
      transpose_blocks<N / 2>(row);
    }
    in_chunks<N>([&]<int I>() { f.template operator()<I>(row[I]); });
  }
}

/// to[j, i] = from[i, j] for i < rows and j < columns, in N x N squares; what is left over at the
/// right and at the bottom in smaller ones.
template <int N, class T>
void transpose_copy(const T* from, extent from_stride, T* to, extent to_stride, extent rows,
                    extent columns) {
  const extent bottom = rows / N * N, right = columns / N * N;
  for (extent j = 0; j < right; j += N)
    for (extent i = 0; i < bottom; i += N)
      transpose_square<N>(from + i * from_stride + j, from_stride,
                          [&]<int I>(auto column) { store(to + (j + I) * to_stride + i, column); });
  if constexpr (N > 1) {
    if (right < columns)
      transpose_copy<N / 2>(from + right, from_stride, to + right * to_stride, to_stride, bottom,
                            columns - right);
    if (bottom < rows)
      transpose_copy<N / 2>(from + bottom * from_stride, from_stride, to + bottom, to_stride,
                            rows - bottom, columns);
  }
}

/// Elements `stride` apart.
template <class V, class T>
[[gnu::always_inline]] inline V load_strided(const T* from, extent stride) {
  if constexpr (lanes_of<V>::count == 1) {
    return *from;
  } else {
    using half = vector_or_scalar<T, lanes_of<V>::count / 2>;
    return join(load_strided<half>(from, stride),
                load_strided<half>(from + lanes_of<V>::count / 2 * stride, stride));
  }
}

/// Calls sink(vector, row, column) for the transpose of from[Rows, Columns].
template <extent Rows, extent Columns, class T, class Sink>
void hand_over_transposed(const T* from, extent stride, Sink sink) {
  for_each_pack<T, native_lanes<T>, Rows>([&]<class V>(extent i) {
    constexpr int width = lanes_of<V>::count;
    constexpr extent right = Columns / width * width;
    const T* const rows = from + i * stride;
    for (extent j = 0; j < right; j += width)
      transpose_square<width>(rows + j, stride,
                              [&]<int J>(V column) __attribute__((always_inline)) { sink(column, j + J, i); });
    for (extent j = right; j < Columns; ++j) sink(load_strided<V>(rows + j, stride), j, i);
  });
}

}  // namespace hello_dl::detail
