#pragma once
/// The kernel of a convolution and of its input gradient. Vectors run along the channels of the
/// result, tiles along a line of its pixels, and every element of the source is broadcast. Taps
/// that stick out over the edge are left out, not multiplied by zero: along a line the compiler
/// knows which ones they are.

#include <hello_dl/core/correlation_tiling.hpp>

namespace hello_dl::detail {

template <class T, correlation_shape S>
struct correlation {
  static constexpr correlation_tiling tiling = best_tiling<T>(S);
  static constexpr int vectors = tiling.vectors;
  using panels = channel_panels<T, S.channels, vectors>;
  using V = vector_or_scalar<T, panels::lanes>;

  /// The weights as the kernel reads them: [panel, ky, kx, c, channel of the panel].
  static constexpr extent panel_size = S.depth() * panels::width;
  /// Panels that are multiplied with a line while it is in the first cache: all of them, if their
  /// weights fit there too.
  static constexpr extent panels_at_once =
      panels::count * panel_size * static_cast<extent>(sizeof(T)) <= first_cache / 2 ? panels::count : 1;
  static constexpr extent weights_size = panels_at_once * panel_size;

  /// How far the lines of a tile are apart, in the source and in the pixels of the result.
  static constexpr extent line_step =
      S.lines_alike() ? S.rows.step * S.source_line() : S.source_image();
  static constexpr extent line_pixels =
      S.lines_alike() ? S.columns.result : S.rows.result * S.columns.result;

  /// Pixels First to First + Pixels - 1 of the lines; or those of a tile further on, if the window
  /// does not leave the line in either.
  template <extent First, extent Pixels>
  struct tile {
    static constexpr int elements = static_cast<int>(tiling.lines * Pixels);
    /// Taps that follow one another in the source for all pixels are one long sum.
    static constexpr extent run =
        S.columns.inside(First, Pixels) && S.columns.dilation == 1 ? S.columns.taps : 1;

    V sum[elements * vectors];

    template <extent Tap>
    [[gnu::always_inline]] void add_products(const T* source, const T* weights) {
      V weight[vectors];
      in_chunks<vectors>([&]<int J>() { weight[J] = load<V>(weights + J * panels::lanes); });
      in_chunks<elements>([&]<int I>() {
        constexpr extent at = S.columns.source_at(First + I % Pixels, Tap);
        if constexpr (at >= 0) {
          const V element(source[I / Pixels * line_step + at * S.source_channels]);
          in_chunks<vectors>([&]<int J>() {
            V& s = sum[I * vectors + J];
            s = fma(element, weight[J], s);
          });
        }
      });
    }

    /// Tap and all that follow within one line of the source.
    template <extent Tap = 0>
    [[gnu::always_inline]] void add_taps(const T* source, const T* weights) {
      if constexpr (Tap < S.columns.taps) {
        for (extent i = 0; i < run * S.source_channels; ++i, weights += panels::width)
          add_products<Tap>(source + i, weights);
        add_taps<Tap + run>(source, weights);
      }
    }

    /// One channel of one line of the source: each element is loaded once, for all taps.
    [[gnu::always_inline]] void add_elements(const T* source, const T* weights) {
      constexpr int taps = static_cast<int>(S.columns.taps);
      constexpr extent left = First * S.columns.step - S.columns.padding;
      constexpr extent last = left + (Pixels - 1) * S.columns.step + taps - 1;
      constexpr extent first = left < 0 ? 0 : left / S.columns.dilation;
      constexpr extent end = smaller(S.columns.source, last / S.columns.dilation + 1);
      V weight[taps * vectors];
      in_chunks<taps * vectors>([&]<int I>() {
        weight[I] = load<V>(weights + I / vectors * S.source_channels * panels::width +
                            I % vectors * panels::lanes);
      });
      in_chunks<static_cast<int>(tiling.lines * (end - first))>([&]<int I>() {
        constexpr extent line = I / (end - first), at = first + I % (end - first);
        const V element(source[line * line_step + at * S.source_channels]);
        in_chunks<taps>([&]<int Tap>() {
          constexpr extent pixel = S.columns.position_of(at, Tap) - First;
          if constexpr (pixel >= 0 && pixel < Pixels)
            in_chunks<vectors>([&]<int J>() {
              V& s = sum[(line * Pixels + pixel) * vectors + J];
              s = fma(element, weight[Tap * vectors + J], s);
            });
        });
      });
    }

    [[gnu::always_inline]] void add_line(const T* source, const T* weights) {
      if constexpr (!S.narrow()) add_taps(source, weights);
      else
        for (extent c = 0; c < S.source_channels; ++c)
          add_elements(source + c, weights + c * panels::width);
    }

    [[gnu::always_inline]] void clear() {
      in_chunks<elements * vectors>([&]<int I>() { sum[I] = V(T{0}); });
    }

    /// The first Channels channels of the tile, which begins at (row, column) of the result.
    template <extent Channels, class Sink>
    [[gnu::always_inline]] void sink_all(extent row, extent column, const Sink& sink) const {
      in_chunks<elements * vectors>([&]<int I>() __attribute__((always_inline)) {
        constexpr extent pixel = I / vectors, offset = I % vectors * panels::lanes;
        if constexpr (offset < Channels)
          sink_lanes<Channels - offset>(sum[I], row + pixel / Pixels * line_pixels + pixel % Pixels,
                                        column + offset, sink);
      });
    }
  };

  /// The tile in line `line` of an image whose first pixel is row `row` of the result.
  template <extent First, extent Pixels, class Sink>
  static void run_tile(const T* source, const T* weights, extent line, extent row, extent panel,
                       const Sink& sink) {
    tile<First, Pixels> t;
    t.clear();
    for (extent tap = 0; tap < S.rows.taps; ++tap)
      if (const extent at = S.rows.source_at(line, tap); at >= 0)
        t.add_line(source + at * S.source_line(),
                   weights + tap * S.columns.taps * S.source_channels * panels::width);
    constexpr extent last = panels::channels(panels::count - 1);
    const extent column = panel * panels::width;
    if (last == panels::width || panel + 1 < panels::count)
      t.template sink_all<panels::width>(row, column, sink);
    else t.template sink_all<last>(row, column, sink);
  }

  /// How many tiles from First on can share their code.
  template <extent First, extent Pixels>
  static constexpr extent alike() {
    extent count = 1;
    if (S.columns.inside(First, Pixels) && Pixels * S.columns.step % S.columns.dilation == 0)
      while (S.columns.inside(First, (count + 1) * Pixels) &&
             First + (count + 1) * Pixels <= S.columns.result)
        ++count;
    return count;
  }

  template <extent First = 0, class Sink>
  static void run_line(const T* source, const T* weights, extent line, extent row, extent panel,
                       const Sink& sink) {
    if constexpr (First < S.columns.result) {
      constexpr extent pixels = smaller(tiling.pixels, S.columns.result - First);
      constexpr extent count = alike<First, pixels>();
      constexpr extent step = pixels * S.columns.step / S.columns.dilation * S.source_channels;
      for (extent i = 0; i < count; ++i)
        run_tile<First, pixels>(source + i * step, weights, line, row + First + i * pixels, panel,
                                sink);
      run_line<First + count * pixels>(source, weights, line, row, panel, sink);
    }
  }

  template <class Sink>
  static void run_lines(const T* source, const T* weights, extent first_panel, const Sink& sink) {
    constexpr extent lines = S.lines_alike() ? tiling.lines : 1;
    constexpr extent images = tiling.lines / lines;
    for (extent image = 0; image < S.n; image += images)
      for (extent line = 0; line < S.rows.result; line += lines)
        for (extent panel = first_panel; panel < first_panel + panels_at_once; ++panel)
          run_line(source + image * S.source_image(), weights + (panel - first_panel) * panel_size, line,
                   (image * S.rows.result + line) * S.columns.result, panel, sink);
  }

  /// pack(panel, to) writes a panel's weights, here to `weights`, just before they are read.
  template <class Pack, class Sink>
  static void run(const T* source, T* weights, Pack pack, const Sink& sink) {
    for (extent first = 0; first < panels::count; first += panels_at_once) {
      for (extent i = 0; i < panels_at_once; ++i) pack(first + i, weights + i * panel_size);
      run_lines(source, weights, first, sink);
    }
  }
};

}  // namespace hello_dl::detail
