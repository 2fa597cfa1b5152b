#pragma once
/// Dead-node removal: keeps what the outputs need, renumbered in the old order.

#include <hello_dl/graph/copy.hpp>

namespace hello_dl {

/// A value that a program delivers: into buffer `slot`, from element `offset` on.
struct output {
  term value;
  int slot = 0;
  extent offset = 0;
};

/// The nodes of a program before it is scheduled; `outputs[i].node` are ids in `nodes`.
struct node_list {
  struct output_node {
    int node = 0;
    int slot = 0;
    extent offset = 0;
  };
  vector<node> nodes;
  vector<output_node> outputs;
};

namespace detail {

constexpr vector<char> reachable(const graph& g, const vector<output>& outputs) {
  vector<char> live(g.size(), 0);
  for (const output& wanted : outputs) live[wanted.value.id] = 1;
  for (int id = g.size() - 1; id >= 0; --id) {
    if (!live[id]) continue;
    const node& n = g[id];
    for (int k = 0; k < n.operand_count; ++k) live[n.operands[k]] = 1;
  }
  return live;
}

/// The node whose memory `id` shows: itself, or what it is a reshape of.
constexpr int memory_root(const graph& g, int id) {
  while (g[id].op->alias) id = g[id].operands[0];
  return id;
}

/// Every output needs memory of its own: leaves, and what two outputs share, are copied.
constexpr vector<output> own_memory(const vector<output>& outputs) {
  vector<output> result;
  vector<int> taken;
  for (output wanted : outputs) {
    graph& g = *wanted.value.graph;
    if (is_leaf(g[memory_root(g, wanted.value.id)]) ||
        taken.contains(memory_root(g, wanted.value.id)))
      wanted.value = copy_of(wanted.value);
    taken.push_back(memory_root(g, wanted.value.id));
    result.push_back(wanted);
  }
  return result;
}

}  // namespace detail

constexpr node_list prune(const graph& g, const vector<output>& requested) {
  const vector<output> outputs = detail::own_memory(requested);
  const vector<char> live = detail::reachable(g, outputs);
  vector<int> renumbered(g.size(), -1);
  node_list result;
  for (int id = 0; id < g.size(); ++id) {
    if (!live[id]) continue;
    node n = g[id];
    for (int k = 0; k < n.operand_count; ++k) n.operands[k] = renumbered[n.operands[k]];
    renumbered[id] = static_cast<int>(result.nodes.size());
    result.nodes.push_back(n);
  }
  for (const output& wanted : outputs)
    result.outputs.push_back({renumbered[wanted.value.id], wanted.slot, wanted.offset});
  return result;
}

}  // namespace hello_dl
