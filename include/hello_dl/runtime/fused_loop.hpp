#pragma once
/// One loop for a group of element-wise nodes: an expression template in the classic sense. The
/// values of the group live in registers, operands from outside are read once per element, and only
/// what others need is written.

#include <hello_dl/core/chunks.hpp>
#include <hello_dl/core/lanes.hpp>
#include <hello_dl/runtime/element_loops.hpp>
#include <hello_dl/runtime/site.hpp>

namespace hello_dl::detail {

template <class Program, class T, int Step>
struct fused_loop {
  static constexpr const auto& table = Program::table;
  static constexpr step self = table.steps[Step];
  static constexpr element_loops loops = make_loops(table, Step);
  static constexpr dims shape = table.nodes[table.members[self.first]].shape;

  template <class V>
  struct registers {
    V values[static_cast<std::size_t>(self.count)];
  };
  struct position {
    extent index[max_rank] = {};
  };

  /// Where operand `Id` of an element lies, seen from its start; broadcast axes do not move.
  template <int Id>
  [[gnu::always_inline]] static constexpr extent offset_of(const position& at) {
    constexpr dims own = table.nodes[Id].shape;
    extent offset = 0;
    for (int loop = 0; loop < loops.rank; ++loop)
      offset += at.index[loop] * broadcast_stride(own, shape, loops.axes[loop]);
    return offset;
  }

  /// Whether a tensor of shape `own` moves in the innermost loop; if so, by one element.
  static constexpr bool moves_innermost(const dims& own) {
    constexpr int innermost = loops.rank > 0 ? loops.rank - 1 : 0;
    return loops.rank > 0 && broadcast_stride(own, shape, loops.axes[innermost]) != 0;
  }

  template <class V, int Id>
  [[gnu::always_inline]] static constexpr V operand(const memory<T>& m, const registers<V>& r,
                                                    const position& at) {
    constexpr place made = table.places[Id];
    constexpr location where = table.locations[Id];
    if constexpr (made.step == Step && !table.nodes[Id].op->alias) {
      return r.values[made.member];
    } else if constexpr (where.where == space::constant) {
      return V(static_cast<T>(table.nodes[Id].value));
    } else {
      const T* const data = site<Program, T, Id>::template read<Id>(m) + offset_of<Id>(at);
      if constexpr (moves_innermost(table.nodes[Id].shape)) return load<V>(data);
      else return V(*data);
    }
  }

  template <class V, int Member>
  [[gnu::always_inline]] static constexpr void compute(const memory<T>& m, registers<V>& r,
                                                       const position& at) {
    constexpr node n = table.nodes[table.members[self.first + Member]];
    if constexpr (is_leaf(n)) {
      r.values[Member] = V(static_cast<T>(n.value));
    } else {
      using op = typename definition<n.op>::type;
      constexpr attributes a = n.attributes;
      r.values[Member] = [&]<int... K>(std::integer_sequence<int, K...>) {
        return apply_element<op>(a, operand<V, n.operands[K]>(m, r, at)...);
      }(std::make_integer_sequence<int, n.operand_count>{});
    }
  }

  template <class V, int Member>
  [[gnu::always_inline]] static constexpr void write(const memory<T>& m, const registers<V>& r,
                                                     const position& at) {
    constexpr int id = table.members[self.first + Member];
    if constexpr (table.locations[id].where != space::registers)
      store(site<Program, T, id>::template write<id>(m) + offset_of<id>(at), r.values[Member]);
  }

  /// One element, or one vector of them: compute all members, then write, so that writing into a
  /// place that an operand was read from is safe. Chunks keep the folds within compilers' limits.
  template <class V>
  [[gnu::always_inline]] static constexpr void element(const memory<T>& m, const position& at) {
    registers<V> r;
    in_chunks<self.count>([&]<int Member> { compute<V, Member>(m, r, at); });
    in_chunks<self.count>([&]<int Member> { write<V, Member>(m, r, at); });
  }

  template <int Loop>
  [[gnu::always_inline]] static constexpr void run_loop(const memory<T>& m, position at) {
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

  template <int Loop>
  [[gnu::always_inline]] static constexpr void run_innermost(const memory<T>& m, const position& at) {
    if (std::is_constant_evaluated()) run_vectors<Loop, 1, 0>(m, at);
    else run_vectors<Loop, native_lanes<T>, 0>(m, at);
  }

  /// From element Begin on: vectors of up to Lanes, then narrower ones for what is left.
  template <int Loop, int Lanes, extent Begin>
  [[gnu::always_inline]] static constexpr void run_vectors(const memory<T>& m, position at) {
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

  static constexpr void run(const memory<T>& m) { run_loop<0>(m, {}); }
};

}  // namespace hello_dl::detail
