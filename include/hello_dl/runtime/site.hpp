#pragma once
/// Where a kernel runs: one node of a frozen program, with everything static about it as constants
/// (shapes, attributes, places in memory) and the memory of this run as pointers.

#include <hello_dl/graph/freeze.hpp>
#include <hello_dl/runtime/bytes.hpp>
#include <hello_dl/runtime/constant_data.hpp>

namespace hello_dl {

/// What the random numbers of a run depend on, beside the node that draws them.
struct random_source {
  std::uint64_t seed = 0, step = 0, chunk = 0;
};

/// The memory that one run of a program works on.
template <class T>
struct memory {
  const T* const* inputs = nullptr;                 ///< by the input's number
  const std::int32_t* const* indices = nullptr;     ///< the inputs of index type, by their number
  const T* parameters = nullptr;                    ///< one block: what is learned, in the order of declaration, then buffers
  T* const* outputs = nullptr;                      ///< by slot
  T* arena = nullptr;                               ///< arena_elements<Program, T> elements
  random_source random = {};
};

namespace detail {
template <class Program, class T, int Node, class Memory>
struct tile_sink;
}  // namespace detail

/// `Program` carries the table: `static constexpr auto table`. `Node` is an id in it.
template <class Program, class T, int Node, class Memory = memory<T>>
struct site {
  using value_type = T;
  static constexpr const auto& table = Program::table;
  static constexpr node self = table.nodes[Node];
  static constexpr dims shape = self.shape;

  template <int K>
  static constexpr dims operand_shape = table.nodes[self.operands[K]].shape;

  Memory m;

  /// The elements of operand K.
  template <int K>
  constexpr const T* in() const {
    return read<self.operands[K]>(m);
  }
  /// The elements of operand K, which is an input of index type.
  template <int K>
  constexpr const std::int32_t* indices() const {
    return m.indices[table.locations[self.operands[K]].slot];
  }
  constexpr T* out() const { return write<Node>(m); }

  /// The bytes of operand K, which another kernel wrote.
  template <int K>
  constexpr hello_dl::bytes<T> bytes() const {
    return {write<self.operands[K]>(m), operand_shape<K>.size(), true};
  }

  /// Whether the program wants the kernel's second result, and the bytes to be filled with it.
  static constexpr bool has_companion = [] {
    const step& s = table.steps[table.places[Node].step];
    return s.count > 1 && table.nodes[table.members[s.first + 1]].op->companion;
  }();
  constexpr hello_dl::bytes<T> companion_bytes() const {
    constexpr int companion = table.members[table.steps[table.places[Node].step].first + 1];
    return {write<companion>(m), table.nodes[companion].shape.size(), false};
  }

  /// Where an operation that is `tiled` hands its result over, seen as a matrix whose columns are the last
  /// axis: `sink(value, row, column)` for an element or a vector of neighbours. Rows count from `first_row`.
  constexpr auto sink(extent first_row = 0) const { return detail::tile_sink<Program, T, Node, Memory>{m, first_row}; }

  /// Temporary memory of the kernel: as many elements as the operation's `scratch<Site>()` says.
  constexpr T* scratch() const { return m.arena + table.arena_size; }

  template <int Id>
  static constexpr T* write(const memory<T>& m) {
    constexpr location at = table.locations[Id];
    if constexpr (at.where == space::arena) return m.arena + at.offset;
    else return m.outputs[at.slot] + at.offset;
  }

  template <int Id>
  static constexpr const T* read(const memory<T>& m) {
    constexpr location at = table.locations[Id];
    if constexpr (at.where == space::input) return m.inputs[at.slot];
    else if constexpr (at.where == space::parameter) return m.parameters + at.offset;
    else if constexpr (at.where == space::table) return detail::table_values<Program, T>.data + at.offset;
    else return write<Id>(m);
  }
};

}  // namespace hello_dl
