#pragma once
/// Weights in the order in which the convolution kernels read them.

#include <hello_dl/core/convolution_shape.hpp>
#include <hello_dl/core/convolution_tile.hpp>
#include <hello_dl/core/gemm_pack.hpp>

namespace hello_dl::detail {

/// row_of(j)[i] = from[i, j] for i < rows and j < columns, in N x N squares; what is left over in
/// smaller ones.
template <int N, class T, class RowOf>
void transpose_rows(const T* from, extent from_stride, extent rows, extent columns,
                    const RowOf& row_of, extent first_row = 0, extent first_column = 0) {
  const extent bottom = first_row + (rows - first_row) / N * N;
  const extent right = first_column + (columns - first_column) / N * N;
  for (extent j = first_column; j < right; j += N)
    for (extent i = first_row; i < bottom; i += N)
      transpose_square<N>(from + i * from_stride + j, from_stride,
                          [&]<int I>(auto column) { store(row_of(j + I) + i, column); });
  if constexpr (N > 1) {
    if (right < columns)
      transpose_rows<N / 2>(from, from_stride, bottom, columns, row_of, first_row, right);
    if (bottom < rows)
      transpose_rows<N / 2>(from, from_stride, rows, columns, row_of, bottom, first_column);
  }
}

/// For the convolution: w [out, in, taps] to [panel, taps, in, out channel of the panel].
template <class Kernel, conv2d_shape S, class T>
void pack_forward(const T* w, T* to) {
  using panels = typename Kernel::panels;
  constexpr extent depth = S.in_channels * S.taps();
  if constexpr (S.out_channels % panels::width != 0) fill_zero(to, Kernel::weights_size);
  for (extent panel = 0; panel < panels::count; ++panel, to += Kernel::panel_size)
    transpose_rows<native_lanes<T>>(
        w + panel * panels::width * depth, depth, panels::channels(panel), depth, [&](extent j) {
          return to + (j % S.taps() * S.in_channels + j / S.taps()) * panels::width;
        });
}

/// For the input gradient, the window turned by 180 degrees: w [out, in, taps] to [panel, reversed
/// taps, out, in channel of the panel].
template <class Kernel, conv2d_shape S, class T>
void pack_turned(const T* w, T* to) {
  using panels = typename Kernel::panels;
  if constexpr (S.in_channels % panels::width != 0) fill_zero(to, Kernel::weights_size);
  for (extent panel = 0; panel < panels::count; ++panel, to += Kernel::panel_size)
    for (extent out = 0; out < S.out_channels; ++out)
      transpose_rows<native_lanes<T>>(
          w + (out * S.in_channels + panel * panels::width) * S.taps(), S.taps(),
          panels::channels(panel), S.taps(), [&](extent tap) {
            return to + ((S.taps() - 1 - tap) * S.out_channels + out) * panels::width;
          });
}

}  // namespace hello_dl::detail
