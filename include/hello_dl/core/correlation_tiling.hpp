#pragma once
/// What a convolution and its input gradient have in common, and the choice of their tiles.

#include <hello_dl/core/convolution_shape.hpp>
#include <hello_dl/core/convolution_tile.hpp>

namespace hello_dl::detail {

/// result[image, i, j, o] = sum over ky, kx, c of w[ky, kx, c, o] * source[image, rows.source_at(i,
/// ky), columns.source_at(j, kx), c].
struct correlation_shape {
  extent n, source_channels, channels;
  window_axis rows, columns;

  constexpr extent depth() const { return rows.taps * columns.taps * source_channels; }
  constexpr extent source_line() const { return columns.source * source_channels; }
  constexpr extent source_image() const { return rows.source * source_line(); }
  /// Whether all lines see the same taps.
  constexpr bool lines_alike() const { return rows.dilation == 1 && rows.inside(0, rows.result); }
  /// Whether the source has so few channels that sums run along its lines, not its channels.
  constexpr bool narrow() const {
    return source_channels < 4 && 4 * columns.taps <= vector_registers;
  }
};

/// A tile: `pixels` neighbours in each of `lines` lines, times `vectors`. The lines are of one
/// image if all see the same taps, and otherwise of several images.
struct correlation_tiling {
  int vectors = 1;
  extent lines = 1, pixels = 1;
};

/// Whether the sums of a tile fit into the registers, and all inner tiles of a line can share their
/// code, for the sake of the time to compile it.
template <class T>
constexpr bool is_possible(const correlation_shape& s, const correlation_tiling& t) {
  constexpr extent most_scalars = 8;
  const extent elements = t.lines * t.pixels;
  const bool alike =
      t.pixels == s.columns.result || t.pixels * s.columns.step % s.columns.dilation == 0;
  return alike && fits_registers(elements, t.vectors, s.narrow() ? 2 * s.columns.taps : 1) &&
         (covering_lanes<T>(s.channels) > 1 || elements <= most_scalars);
}

/// Cycles for one step of the sums of one line, for all channels; `share`: of the taps that are
/// over elements of the source.
template <class T>
constexpr double line_cost(const correlation_shape& s, const correlation_tiling& t, double share) {
  const extent width = covering_lanes<T>(s.channels) * t.vectors;
  const bool far = s.depth() * width * static_cast<extent>(sizeof(T)) > first_cache;
  const double vectors = t.vectors, lines = static_cast<double>(t.lines);
  const double taps = static_cast<double>(s.columns.taps);
  const double line = tiles_cost(s.columns.result, t.pixels, [&](extent tile) {
    const double pixels = static_cast<double>(tile);
    const double elements = s.narrow() ? (pixels + taps - 1) / taps : pixels;
    return step_cost(share * lines * pixels * vectors, lines * elements + vectors,
                     far ? vectors : 0);
  });
  return static_cast<double>((s.channels + width - 1) / width) * line / lines;
}

/// The tiling that costs the least.
template <class T>
constexpr correlation_tiling best_tiling(const correlation_shape& s) {
  constexpr extent most_lines = 8, lanes = native_lanes<T>;
  const extent vectors = smaller(4, (s.channels + lanes - 1) / lanes);
  const extent lines = s.lines_alike() ? s.rows.result : s.n;
  const double share = static_cast<double>(s.columns.products()) /
                       static_cast<double>(s.columns.result * s.columns.taps);
  correlation_tiling best;
  double least = 0;
  const auto consider = [&](const correlation_tiling& t) {
    if (lines % t.lines != 0 || !is_possible<T>(s, t)) return;
    const double cost = line_cost<T>(s, t, share);
    if (least > 0 && cost >= least) return;
    least = cost;
    best = t;
  };
  for (int v = 1; v <= static_cast<int>(vectors); ++v)
    for (extent l = 1; l <= smaller(most_lines, lines); ++l)
      for (extent pixels = smaller(s.columns.result, vector_registers); pixels > 0; --pixels)
        consider({v, l, pixels});
  return best;
}

}  // namespace hello_dl::detail
