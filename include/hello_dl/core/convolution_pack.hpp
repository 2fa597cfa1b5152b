#pragma once
/// Weights in the order in which the convolution kernels read them.

#include <hello_dl/core/convolution_shape.hpp>
#include <hello_dl/core/convolution_tile.hpp>
#include <hello_dl/core/gemm_pack.hpp>

namespace hello_dl::detail {

/// The rows of a packed matrix: row j stands for step j % Inner of the inner and step j / Inner of
/// the outer of two loops. (So plain a description that all convolutions with as many taps share
/// one transposition.)
template <class T, extent Inner>
struct packed_rows {
  T* to;
  extent inner_step, outer_step;

  constexpr T* operator[](extent j) const {
    return to + j % Inner * inner_step + j / Inner * outer_step;
  }
};

/// rows[j][i] = from[i, j] for i in [first_row, end_row) and j in [first_column, end_column), in
/// N x N squares; what is left over in smaller ones.
template <int N, class T, extent Inner>
void transpose_rows(const T* from, extent from_stride, const packed_rows<T, Inner>& rows,
                    extent first_row, extent end_row, extent first_column, extent end_column) {
  const extent bottom = first_row + (end_row - first_row) / N * N;
  const extent right = first_column + (end_column - first_column) / N * N;
  for (extent j = first_column; j < right; j += N)
    for (extent i = first_row; i < bottom; i += N)
      transpose_square<N>(from + i * from_stride + j, from_stride,
                          [&]<int I>(auto column) { store(rows[j + I] + i, column); });
  if constexpr (N > 1) {
    if (right < end_column)
      transpose_rows<N / 2>(from, from_stride, rows, first_row, bottom, right, end_column);
    if (bottom < end_row)
      transpose_rows<N / 2>(from, from_stride, rows, bottom, end_row, first_column, end_column);
  }
}

/// A panel for the convolution: w [out, in, taps] to [taps, in, out channel of the panel].
template <class Kernel, conv2d_shape S, class T>
void pack_forward(const T* w, extent panel, T* to) {
  using panels = typename Kernel::panels;
  constexpr extent depth = S.in_channels * S.taps();
  if constexpr (S.out_channels % panels::width != 0) fill_zero(to, Kernel::panel_size);
  const packed_rows<T, S.taps()> rows{to, S.in_channels * panels::width, panels::width};
  transpose_rows<native_lanes<T>>(w + panel * panels::width * depth, depth, rows, 0,
                                  panels::channels(panel), 0, depth);
}

/// A panel for the input gradient, the window turned by 180 degrees: w [out, in, taps] to [reversed
/// taps, out, in channel of the panel].
template <class Kernel, conv2d_shape S, class T>
void pack_turned(const T* w, extent panel, T* to) {
  using panels = typename Kernel::panels;
  constexpr extent tap_size = S.out_channels * panels::width;
  if constexpr (S.in_channels % panels::width != 0) fill_zero(to, Kernel::panel_size);
  for (extent out = 0; out < S.out_channels; ++out) {
    T* const last_tap = to + (S.taps() - 1) * tap_size + out * panels::width;
    const packed_rows<T, S.taps()> rows{last_tap, -tap_size, 0};
    transpose_rows<native_lanes<T>>(w + (out * S.in_channels + panel * panels::width) * S.taps(),
                                    S.taps(), rows, 0, panels::channels(panel), 0, S.taps());
  }
}

}  // namespace hello_dl::detail
