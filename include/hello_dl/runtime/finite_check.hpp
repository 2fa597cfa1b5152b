#pragma once
/// Numbers that go wrong: which node of a program was the first whose values are not all finite.

#include <hello_dl/core/not_finite.hpp>
#include <hello_dl/graph/layers.hpp>
#include <hello_dl/runtime/site.hpp>

#include <array>
#include <span>
#include <string>

namespace hello_dl {

namespace detail {

/// A node whose values stand in memory after a step of the schedule, and what to call it.
struct stored_node {
  int step = 0;
  location at;
  extent size = 0;
  std::string_view operation, layer;
  bool backward = false;  ///< whether the loss does not depend on it
};

/// "input 0", counted as the model's inputs are; empty if all are finite.
template <class Batch>
std::string first_not_finite_input(const Batch& batch) {
  std::string first;
  batch.for_each([&]<class Number>(std::span<const Number> values, std::size_t number) {
    if constexpr (std::is_floating_point_v<Number>)
      if (first.empty() && !all_finite(values)) first = "input " + std::to_string(number);
  });
  return first;
}

/// Looks at what each step of a run has written.
template <class T>
class finite_check {
 public:
  explicit finite_check(std::span<const stored_node> nodes) : nodes_{nodes} {}

  [[gnu::cold, gnu::noinline]] void after(int step, const T* arena, const T* const* outputs) {
    for (const stored_node& node : nodes_) {
      if (first_ || node.step != step) continue;
      const T* const values = (node.at.where == space::arena ? arena : outputs[node.at.slot]) + node.at.offset;
      if (!all_finite(std::span{values, static_cast<std::size_t>(node.size)})) first_ = &node;
    }
  }
  /// The first node with such a number, or nullptr.
  const stored_node* first() const { return first_; }

 private:
  std::span<const stored_node> nodes_;
  const stored_node* first_ = nullptr;
};

/// For each node, its layer as in layers_of, by the number of a parameter.
template <class Table>
constexpr auto parameter_of_nodes(const Table& table) {
  std::array<layer_place, static_cast<std::size_t>(Table::sizes.nodes + 1)> places{};
  for (std::size_t id = 0; id < static_cast<std::size_t>(Table::sizes.nodes); ++id) {
    const node& n = table.nodes[id];
    if (n.op == &record_of<parameter_operation>) places[id].layer = n.attributes[0];
    else if (is_leaf(n)) places[id].on_input = n.op == &record_of<input_operation>;
    else places[id] = place_behind_operands(n, places.data());
  }
  return places;
}

/// For each node, whether the loss depends on it: the output of slot 0.
template <class Table>
constexpr auto forward_nodes(const Table& table) {
  std::array<bool, static_cast<std::size_t>(Table::sizes.nodes + 1)> forward{};
  for (int i = 0; i < Table::sizes.outputs; ++i)
    if (table.outputs[i].slot == 0) forward[static_cast<std::size_t>(table.outputs[i].node)] = true;
  for (int id = static_cast<int>(Table::sizes.nodes); id-- > 0;)
    for (int k = 0; forward[static_cast<std::size_t>(id)] && k < table.nodes[id].operand_count; ++k)
      forward[static_cast<std::size_t>(table.nodes[id].operands[k])] = true;
  return forward;
}

template <class Table>
constexpr bool is_stored(const Table& table, int id) {
  const space where = table.locations[id].where;
  return table.places[id].step >= 0 && (where == space::arena || where == space::output) && !table.nodes[id].op->companion;
}

template <class Table>
constexpr int count_stored(const Table& table) {
  int count = 0;
  for (int id = 0; id < Table::sizes.nodes; ++id) count += is_stored(table, id);
  return count;
}

/// The nodes of `Program` that stand in memory, for a finite_check.
template <class Program>
inline constexpr auto stored_nodes = [] {
  constexpr const auto& table = Program::table;
  std::array<stored_node, static_cast<std::size_t>(count_stored(table))> nodes{};
  const auto parameters = parameter_of_nodes(table);
  const auto forward = forward_nodes(table);
  std::size_t count = 0;
  for (int id = 0; id < table.sizes.nodes; ++id) {
    if (!is_stored(table, id)) continue;
    const int parameter = parameters[static_cast<std::size_t>(id)].layer;
    nodes[count++] = {table.places[id].step, table.locations[id], table.nodes[id].shape.size(), table.nodes[id].op->name,
                      parameter < 0 ? "(model)" : layer_name(table.name(table.parameters[parameter])),
                      !forward[static_cast<std::size_t>(id)]};
  }
  return nodes;
}();

/// "exp in hidden1", "multiply on the way back through hidden1"
inline std::string name_of(const stored_node& node) {
  return std::string{node.operation} + (node.backward ? " on the way back through " : " in ") + std::string{node.layer};
}

}  // namespace detail
}  // namespace hello_dl
