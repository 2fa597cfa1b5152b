#pragma once
/// One loop for a step of element-wise nodes: one pass over memory, however many nodes.

#include <hello_dl/core/lanes.hpp>
#include <hello_dl/runtime/element_group.hpp>
#include <hello_dl/runtime/element_loops.hpp>

namespace hello_dl::detail {

template <class Program, class T, int Step>
struct fused_loop {
  static constexpr const auto& table = Program::table;
  static constexpr element_loops loops = make_loops(table, Step);
  static constexpr dims shape = table.nodes[table.members[table.steps[Step].first]].shape;

  /// The index of an element in each of the loops.
  struct position {
    extent index[max_rank] = {};

    /// Broadcast axes do not move.
    template <dims Own>
    [[gnu::always_inline]] constexpr extent offset() const {
      extent sum = 0;
      for (int loop = 0; loop < loops.rank; ++loop) sum += index[loop] * broadcast_stride(Own, shape, loops.axes[loop]);
      return sum;
    }
    template <dims Own>
    static constexpr bool neighbours() {
      constexpr int innermost = loops.rank > 0 ? loops.rank - 1 : 0;
      return loops.rank > 0 && broadcast_stride(Own, shape, loops.axes[innermost]) != 0;
    }
  };
  using group = element_group<Program, T, Step, position>;

  template <class V, class Memory>
  [[gnu::always_inline]] static constexpr void element(const Memory& m, const position& at) {
    typename group::template registers<V> r;
    group::template complete<V, 0>(m, r, at);
  }

  template <int Loop, class Memory>
  [[gnu::always_inline]] static constexpr void run_loop(const Memory& m, position at) {
    if constexpr (Loop == loops.rank) {
      element<T>(m, at);
    } else if constexpr (Loop + 1 < loops.rank) {
      for (extent i = 0; i < loops.extents[Loop]; ++i) {
        at.index[Loop] = i;
        run_loop<Loop + 1>(m, at);
      }
    } else {
      run_innermost<Loop>(m, at);
    }
  }

  template <int Loop, class Memory>
  [[gnu::always_inline]] static constexpr void run_innermost(const Memory& m, const position& at) {
    if (std::is_constant_evaluated()) run_vectors<Loop, 1, 0>(m, at);
    else run_vectors<Loop, native_lanes<T>, 0>(m, at);
  }

  /// From element Begin on: vectors of up to Lanes, then narrower ones for what is left.
  template <int Loop, int Lanes, extent Begin, class Memory>
  [[gnu::always_inline]] static constexpr void run_vectors(const Memory& m, position at) {
    constexpr extent count = loops.extents[Loop];
    if constexpr (Begin < count) {
      constexpr int width = fitting_lanes(Lanes, count - Begin);
      constexpr extent end = Begin + (count - Begin) / width * width;
      for (extent i = Begin; i < end; i += width) {
        at.index[Loop] = i;
        element<vector_or_scalar<T, width>>(m, at);
      }
      run_vectors<Loop, width, end>(m, at);
    }
  }

  template <class Memory>
  static constexpr void run(const Memory& m) {
    run_loop<0>(m, {});
  }
};

}  // namespace hello_dl::detail
