#pragma once
/// What the convolution kernels share: how they cut their work into tiles that fit the registers,
/// and how a vector of results leaves them.

#include <hello_dl/core/gemm_tile.hpp>

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

/// Half cycles that one step of a tile takes: `elements` of one operand, each broadcast and
/// multiplied by `vectors` of the other. A core of today multiplies two vectors and loads two a
/// cycle; every sum waits four cycles for its predecessor; and vectors that do not fit into the
/// first cache (`far`) take their time.
constexpr extent step_cost(extent elements, extent vectors, bool far = false) {
  const extent multiply = elements * vectors, read = elements + vectors, wait = 8;
  const extent fetch = far ? 6 * vectors : 0;
  const extent work = multiply > read ? multiply : read, delay = wait > fetch ? wait : fetch;
  return work > delay ? work : delay;
}

/// The same for `count` elements in tiles of `most`.
constexpr extent tiles_cost(extent count, extent most, extent repeat, extent vectors,
                            bool far = false) {
  const extent rest = count % most;
  return count / most * step_cost(most * repeat, vectors, far) +
         (rest > 0 ? step_cost(rest * repeat, vectors, far) : 0);
}

/// Whether the sums of a tile fit into the registers, beside a row of vectors and an element.
constexpr bool fits_registers(extent elements, extent vectors) {
  return elements * vectors + vectors + 1 <= vector_registers;
}

/// Lanes First to First + Count - 1.
template <int First, class T, int N, int... Lane>
[[gnu::always_inline]] inline auto some_lanes(simd<T, N> v, std::integer_sequence<int, Lane...>) {
  if constexpr (sizeof...(Lane) == 1) return v[First];
  else
    return simd<T, sizeof...(Lane)>(__builtin_shufflevector(v.value, v.value, (First + Lane)...));
}

/// sink(value, row, column) with the first Count lanes, in vectors as wide as they fill.
template <extent Count, int First = 0, class V, class Sink>
[[gnu::always_inline]] constexpr void sink_lanes(V value, extent row, extent column,
                                                 const Sink& sink) {
  constexpr int lanes = lanes_of<V>::count;
  if constexpr (Count >= lanes) {
    sink(value, row, column);
  } else if constexpr (First < Count) {
    constexpr int width = fitting_lanes(lanes, Count - First);
    sink(some_lanes<First>(value, std::make_integer_sequence<int, width>{}), row, column + First);
    sink_lanes<Count, First + width>(value, row, column, sink);
  }
}

template <class T>
constexpr void fill_zero(T* to, extent count) {
  for (extent i = 0; i < count; ++i) to[i] = T{0};
}

}  // namespace hello_dl::detail
