#pragma once
/// What the convolution kernels share: how they cut their work into tiles that fit the registers,
/// and how a vector of results leaves them.

#include <hello_dl/core/chunks.hpp>
#include <hello_dl/core/lanes.hpp>
#include <hello_dl/core/processor.hpp>

namespace hello_dl::detail {

/// Channels in panels of equally many vectors, so that one kernel serves all panels; the last one
/// may hang over.
template <class T, extent Channels, int Vectors>
struct channel_panels {
  static constexpr int lanes = covering_lanes<T>(Channels);
  static constexpr extent width = lanes * Vectors;
  static constexpr extent count = (Channels + width - 1) / width;

  static constexpr extent channels(extent panel) {
    return smaller(width, Channels - panel * width);
  }
};

/// Cycles that one step of a tile takes on a core of today: it multiplies two vectors and loads two
/// a cycle, a sum waits for its predecessor, and vectors that do not fit into the first cache
/// (`fetched`) take their time.
constexpr double step_cost(double products, double loads, double fetched = 0) {
  const double wait = 5, loop = 0.5 + 0.05 * loads;
  double most = wait;
  for (const double limit : {products / 2, loads / 2, 3 * fetched})
    most = limit > most ? limit : most;
  return most + loop;
}

/// `count` elements in tiles of `most`, from the cost of one tile; a smaller last tile costs a
/// little more than its time, because it is code of its own.
template <class Cost>
constexpr double tiles_cost(extent count, extent most, Cost cost) {
  const double whole = static_cast<double>(count / most) * cost(most);
  return count % most == 0 ? whole : 1.02 * (whole + cost(count % most));
}

/// Whether the sums of a tile fit into the registers, beside vectors and an element.
constexpr bool fits_registers(extent elements, extent vectors, extent operands = 1) {
  return (elements + operands) * vectors + 1 <= vector_registers;
}

/// sink(value, row, column) with the first Count lanes, in vectors as wide as they fill.
template <extent Count, class V, class Sink>
[[gnu::always_inline]] inline void sink_lanes(V value, extent row, extent column, const Sink& sink) {
  if constexpr (Count >= lanes_of<V>::count) sink(value, row, column);
  else
    for_each_part<Count>(value, [&](auto part, int lane) __attribute__((always_inline)) {
      sink(part, row, column + lane);
    });
}

template <class T>
constexpr void fill_zero(T* to, extent count) {
  for (extent i = 0; i < count; ++i) to[i] = T{0};
}

}  // namespace hello_dl::detail
