#pragma once
/// The element-wise nodes of one step, for one element or one vector of neighbours: an expression
/// template in the classic sense. Their values live in registers, operands from outside are read once,
/// and only what others need is written.

#include <hello_dl/core/chunks.hpp>
#include <hello_dl/core/simd.hpp>
#include <hello_dl/runtime/site.hpp>

namespace hello_dl::detail {

/// `Position` says where the elements are: `offset<shape>()` in a tensor that is broadcast to the step's
/// shape, and whether `neighbours<shape>()` of the step's elements are neighbours there too (else they share one element).
template <class Program, class T, int Step, class Position>
struct element_group {
  static constexpr const auto& table = Program::table;
  static constexpr step self = table.steps[Step];

  template <class V>
  struct registers {
    V values[static_cast<std::size_t>(self.count)];
  };

  template <class V, int Id, class Memory>
  [[gnu::always_inline]] static constexpr V operand(const Memory& m, const registers<V>& r, const Position& at) {
    constexpr place made = table.places[Id];
    constexpr location where = table.locations[Id];
    constexpr dims shape = table.nodes[Id].shape;
    if constexpr (made.step == Step && !table.nodes[Id].op->alias) {
      return r.values[made.member];
    } else if constexpr (where.where == space::constant) {
      return V(static_cast<T>(table.nodes[Id].value));
    } else {
      const T* const data = site<Program, T, Id>::template read<Id>(m) + at.template offset<shape>();
      if constexpr (Position::template neighbours<shape>()) return load<V>(data);
      else return V(*data);
    }
  }

  template <class V, int Member, class Memory>
  [[gnu::always_inline]] static constexpr void compute(const Memory& m, registers<V>& r, const Position& at) {
    constexpr node n = table.nodes[table.members[self.first + Member]];
    if constexpr (is_leaf(n)) {
      r.values[Member] = V(static_cast<T>(n.value));
    } else {
      using op = typename definition<n.op>::type;
      constexpr attributes a = n.attributes;
      r.values[Member] = [&]<int... K>(std::integer_sequence<int, K...>) __attribute__((always_inline)) {
        return apply_element<op>(a, operand<V, n.operands[K]>(m, r, at)...);
      }(std::make_integer_sequence<int, n.operand_count>{});
    }
  }

  template <class V, int Member, class Memory>
  [[gnu::always_inline]] static constexpr void write(const Memory& m, const registers<V>& r, const Position& at) {
    constexpr int id = table.members[self.first + Member];
    if constexpr (table.locations[id].where != space::registers) {
      const extent offset = at.template offset<table.nodes[id].shape>();
      if constexpr (requires { m.template update<table, id>(offset, r.values[Member]); })
        if (m.template update<table, id>(offset, r.values[Member])) return;
      store(site<Program, T, id>::template write<id>(m) + offset, r.values[Member]);
    }
  }

  /// Computes the members from `First` on, then writes all: writing into a place that an operand was
  /// read from is safe.
  template <class V, int First, class Memory>
  [[gnu::always_inline]] static constexpr void complete(const Memory& m, registers<V>& r, const Position& at) {
    in_chunks<self.count, First>([&]<int Member>() __attribute__((always_inline)) { compute<V, Member>(m, r, at); });
    in_chunks<self.count>([&]<int Member>() __attribute__((always_inline)) { write<V, Member>(m, r, at); });
  }
};

}  // namespace hello_dl::detail
