#pragma once
/// What happens to the result of a kernel that hands it over in tiles: the element-wise nodes of its step
/// are computed while it is still in registers.

#include <hello_dl/runtime/element_group.hpp>

namespace hello_dl::detail {

/// An element, or the first of some neighbours, of a result seen as a matrix: its last axis gives the
/// columns. Of a matrix with one column the neighbours are rows.
template <dims Result>
struct tile_position {
  static constexpr extent columns = Result.rank > 0 ? Result.back(1) : 1;
  extent row, column;

  /// `Own` fits (graph/schedule.hpp): one number, one row, one number for each row, or all.
  template <dims Own>
  static constexpr bool has_rows = Own.size() > (Own.rank > 0 ? Own.back(1) : 1);
  template <dims Own>
  static constexpr bool has_columns = columns > 1 && Own.rank > 0 && Own.back(1) > 1;

  template <dims Own>
  [[gnu::always_inline]] constexpr extent offset() const {
    return (has_rows<Own> ? row * (has_columns<Own> ? columns : 1) : 0) + (has_columns<Own> ? column : 0);
  }
  template <dims Own>
  static constexpr bool neighbours() {
    return has_columns<Own> || (columns == 1 && has_rows<Own>);
  }
};

/// Takes the result of kernel `Node`, whose rows in the program's result start at `first_row`.
template <class Program, class T, int Node, class Memory>
struct tile_sink {
  static constexpr int number = Program::table.places[Node].step;
  using position = tile_position<Program::table.nodes[Node].shape>;
  using group = element_group<Program, T, number, position>;

  Memory m;
  extent first_row = 0;

  template <class V>
  [[gnu::always_inline]] constexpr void operator()(V value, extent row, extent column) const {
    if constexpr (is_short) complete(m, value, first_row + row, column);
    else complete_apart(m, value, first_row + row, column);
  }

 private:
  /// Whether the group is a few instructions. Then they stand in the tile once for each of its vectors; else in a
  /// function of their own.
  static constexpr bool is_short = [] {
    constexpr step s = Program::table.steps[number];
    bool result = s.count <= 6;
    for (int member = 1; member < s.count; ++member)
      result = result && !Program::table.nodes[Program::table.members[s.first + member]].op->costly;
    return result;
  }();

  template <class V>
  [[gnu::always_inline]] static constexpr void complete(const Memory& m, V value, extent row, extent column) {
    typename group::template registers<V> r;
    r.values[0] = value;
    group::template complete<V, 1>(m, r, position{row, column});
  }
  template <class V>
  [[gnu::noinline]] static constexpr void complete_apart(const Memory& m, V value, extent row, extent column) {
    complete(m, value, row, column);
  }
};

}  // namespace hello_dl::detail
