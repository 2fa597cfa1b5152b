#pragma once
/// Updating parameters where their gradient is finished: when a batch is one chunk, a gradient that is still in
/// registers need not go to memory first.

#include <hello_dl/runtime/finite_check.hpp>

namespace hello_dl {

/// The output slot of a training program for the gradients of all parameters, and the next values of buffers.
inline constexpr int gradient_slot = 1;

namespace detail {

/// The parameters' offsets and the gradients' are the same.
template <class Table>
constexpr bool reads_parameter(const Table& table, int id, extent offset) {
  const node& n = table.nodes[id];
  for (int k = 0; k < n.operand_count; ++k) {
    const location& at = table.locations[n.operands[k]];
    if (at.where == space::parameter && at.offset == offset) return true;
  }
  return false;
}

template <class Table>
constexpr bool reads_node(const Table& table, int id, int operand) {
  const node& n = table.nodes[id];
  for (int k = 0; k < n.operand_count; ++k) {
    const location &own = table.locations[operand], &at = table.locations[n.operands[k]];
    if (at.where == own.where && at.slot == own.slot && at.offset == own.offset) return true;
  }
  return false;
}

/// Whether node `id` is a gradient that a loop or a tile writes, last of all that has to do with the parameter:
/// no step reads the gradient, none from this one on reads the parameter.
template <class Table>
constexpr bool may_update_in_place(const Table& table, int id) {
  const location& at = table.locations[id];
  const node& n = table.nodes[id];
  if (at.where != space::output || at.slot != gradient_slot || !(n.op->element_wise || n.op->tiled)) return false;
  if (at.offset >= table.learned_count) return false;
  for (int other = 0; other < table.sizes.nodes; ++other) {
    const int step = table.places[other].step;
    if (step < 0) continue;
    if (step >= table.places[id].step && reads_parameter(table, other, at.offset)) return false;
    if (step != table.places[id].step && reads_node(table, other, id)) return false;
  }
  return true;
}

/// Ranges of the block of all parameters.
template <extent Most>
struct parameter_ranges {
  extent begin[Most] = {}, end[Most] = {};
  int count = 0;

  constexpr void add(extent first, extent size) {
    if (count == 0 || end[count - 1] != first) begin[count++] = first;
    end[count - 1] = first + size;
  }
};

/// The parameters whose gradients are stored in any case.
template <class Table>
constexpr auto stored_gradients(const Table& table) {
  parameter_ranges<Table::sizes.parameters> ranges;
  for (int number = 0; number < Table::sizes.parameters; ++number) {
    const parameter_record& p = table.parameters[number];
    if (p.is_buffer) continue;
    bool in_place = false;
    for (int i = 0; i < Table::sizes.outputs; ++i)
      if (table.outputs[i].slot == gradient_slot && table.outputs[i].offset == p.offset)
        in_place = may_update_in_place(table, table.outputs[i].node);
    if (!in_place) ranges.add(p.offset, p.shape.size());
  }
  return ranges;
}

}  // namespace detail

/// Memory of a training program. With a check, each step's results are looked at.
template <class T>
struct training_memory : memory<T> {
  detail::finite_check<T>* check = nullptr;
};

/// The same, if gradients may go straight into the parameters.
template <class T, class Rule>
struct updating_memory : training_memory<T> {
  Rule rule;                  ///< what the optimiser does in this step. By value: a store cannot change it
  bool at_once = false;       ///< whether it does it here; else gradients are stored
  T* learned = nullptr;       ///< the parameters, which are to change
  T* const* state = nullptr;  ///< the optimiser's

  /// Takes the gradient at `offset` in node `Id`, unless it is to be stored.
  template <const auto& Table, int Id, class V>
    requires(detail::may_update_in_place(Table, Id))
  [[gnu::always_inline]] constexpr bool update(extent offset, V gradient) const {
    if (!at_once) return false;
    rule(learned, state, Table.locations[Id].offset + offset, gradient);
    return true;
  }
};

}  // namespace hello_dl
