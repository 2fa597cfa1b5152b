#pragma once
/// The order of work. Element-wise nodes of one shape that can run together become one step: a
/// single loop that keeps their values in registers. Every other node is a step of its own.

#include <hello_dl/graph/prune.hpp>

namespace hello_dl {

/// A step computes `count` nodes, listed in `schedule::members` from `first` on.
struct step {
  int first = 0;
  int count = 0;
  bool fused = false;  ///< one loop over elements; otherwise one kernel call, for the first node, with
                       ///< the others computed in registers from each tile of its result
};

/// Where a node is computed: which step, and which of its members. Step -1: it needs no work.
struct place {
  int step = -1;
  int member = -1;
};

struct schedule {
  vector<step> steps;
  vector<int> members;
  vector<place> places;  ///< for each node
};

namespace detail {

struct scheduler {
  const vector<node>& nodes;
  vector<char> materialised{};      ///< constants that a kernel reads from memory
  vector<vector<int>> groups{};     ///< the members of each step
  vector<char> fused{};
  vector<int> step_of{};

  constexpr explicit scheduler(const vector<node>& all)
      : nodes{all}, materialised(all.size(), 0), step_of(all.size(), -1) {}

  constexpr bool runs_in_loop(int id) const {
    return nodes[id].op->element_wise || (is_constant(nodes[id]) && materialised[id]);
  }
  constexpr bool needs_no_work(int id) const {
    const node& n = nodes[id];
    return n.op->alias || (is_leaf(n) && !(is_constant(n) && materialised[id]));
  }

  constexpr int root(int id) const {
    while (nodes[id].op->alias) id = nodes[id].operands[0];
    return id;
  }

  /// Constants read by anything but a loop must stand in memory.
  constexpr void find_materialised() {
    for (const node& n : nodes)
      for (int k = 0; !n.op->element_wise && k < n.operand_count; ++k)
        if (is_constant(nodes[n.operands[k]])) materialised[n.operands[k]] = 1;
  }

  /// Whether the elements of an operand that belong to some neighbours in a row of a tile are easily
  /// found: it is one number, one row for all, one number for each row, or as large as the result.
  static constexpr bool fits_tile(const dims& own, const dims& result) {
    const extent columns = result.rank > 0 ? result.back(1) : 1;
    const extent own_columns = own.rank > 0 ? own.back(1) : 1;
    const extent own_rows = own.size() / own_columns;
    return (own_columns == 1 || own_columns == columns) && (own_rows == 1 || own_rows * columns == result.size());
  }

  /// Whether node `id` may be computed in step `s`, once its operands are there.
  constexpr bool may_join(int id, int s) const {
    const node &first = nodes[groups[s][0]], &n = nodes[id];
    if (!runs_in_loop(id) || first.shape != n.shape) return false;
    bool fits = fused[s] || first.op->tiled;
    for (int k = 0; !fused[s] && k < n.operand_count; ++k)
      fits = fits && fits_tile(nodes[n.operands[k]].shape, n.shape);
    return fits;
  }

  /// The first step in which node `id` may run, if it joins a step of its shape.
  constexpr int earliest(int id) const {
    int first = 0;
    for (int k = 0; k < nodes[id].operand_count; ++k) {
      const int operand = nodes[id].operands[k], made_in = step_of[root(operand)];
      const bool same_step = operand == root(operand) && made_in >= 0 && may_join(id, made_in);
      const int possible = same_step ? made_in : made_in + 1;
      first = possible > first ? possible : first;
    }
    return first;
  }

  /// A kernel is joined only by what needs its result, a loop by anything.
  constexpr bool is_worth_joining(int id, int s) const {
    for (int k = 0; k < nodes[id].operand_count; ++k)
      if (step_of[root(nodes[id].operands[k])] == s) return true;
    return fused[s];
  }

  constexpr int find_step(int id) const {
    for (int s = earliest(id); s < groups.size(); ++s)
      if (may_join(id, s) && is_worth_joining(id, s)) return s;
    return -1;
  }

  constexpr void assign(int id) {
    int target = nodes[id].op->companion ? step_of[nodes[id].operands[0]] : find_step(id);
    if (target < 0) {
      target = static_cast<int>(groups.size());
      groups.push_back({});
      fused.push_back(runs_in_loop(id));
    }
    groups[target].push_back(id);
    step_of[id] = target;
  }
};

}  // namespace detail

/// How many reals a node takes in memory: bytes lie four to a real, which has four of them or more.
constexpr extent stored_size(const node& n) {
  return n.type == element::byte ? (n.shape.size() + 3) / 4 : n.shape.size();
}

constexpr schedule make_schedule(const vector<node>& nodes) {
  detail::scheduler s{nodes};
  s.find_materialised();
  for (int id = 0; id < nodes.size(); ++id)
    if (!s.needs_no_work(id)) s.assign(id);
  schedule result;
  result.places = vector<place>(nodes.size());
  for (int number = 0; number < s.groups.size(); ++number) {
    const int first = static_cast<int>(result.members.size());
    for (const int id : s.groups[number]) {
      result.places[id] = {number, static_cast<int>(result.members.size()) - first};
      result.members.push_back(id);
    }
    result.steps.push_back(
        {first, static_cast<int>(s.groups[number].size()), static_cast<bool>(s.fused[number])});
  }
  return result;
}

}  // namespace hello_dl
