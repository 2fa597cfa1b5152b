#pragma once
/// When and where values live in a frozen program, found the slow and simple way, and what must hold
/// for every program.

#include <hello_dl/graph/freeze.hpp>

namespace liveness {

namespace dl = hello_dl;
using dl::extent;

/// The node whose memory an operand shows: a reshape has none of its own.
template <class Table>
constexpr int owner(const Table& t, int id) {
  while (t.nodes[id].op->alias) id = t.nodes[id].operands[0];
  return id;
}

/// Calls visit(user, operand) for every operand that a computed node reads, itself computed.
template <class Table, class Visit>
constexpr void for_each_use(const Table& t, Visit visit) {
  for (int user = 0; user < t.sizes.nodes; ++user)
    for (int k = 0; t.places[user].step >= 0 && k < t.nodes[user].operand_count; ++k)
      if (t.places[owner(t, t.nodes[user].operands[k])].step >= 0) visit(user, t.nodes[user].operands[k]);
}

template <class Table>
constexpr bool in_arena(const Table& t, int id) {
  return t.places[id].step >= 0 && t.locations[id].where == dl::space::arena;
}

/// The last step that needs what each node has computed.
template <class Table>
constexpr dl::vector<int> last_uses(const Table& t) {
  dl::vector<int> last;
  for (int id = 0; id < t.sizes.nodes; ++id) last.push_back(t.places[id].step);
  for_each_use(t, [&](int user, int operand) {
    int& use = last[owner(t, operand)];
    use = t.places[user].step > use ? t.places[user].step : use;
  });
  return last;
}

template <class Table>
constexpr bool overlap(const Table& t, int a, int b) {
  const extent a_begin = t.locations[a].offset, b_begin = t.locations[b].offset;
  return a_begin < b_begin + stored_size(t.nodes[b]) && b_begin < a_begin + stored_size(t.nodes[a]);
}

/// The largest sum of sizes, rounded up to whole cache lines, of what is needed at one step: no plan
/// can do with less.
template <class Table>
constexpr extent peak(const Table& t) {
  const dl::vector<int> last = last_uses(t);
  extent largest = 0;
  for (int step = 0; step < t.sizes.steps; ++step) {
    extent sum = 0;
    for (int id = 0; id < t.sizes.nodes; ++id)
      if (in_arena(t, id) && t.places[id].step <= step && step <= last[id])
        sum += (stored_size(t.nodes[id]) + dl::arena_alignment - 1) / dl::arena_alignment * dl::arena_alignment;
    largest = sum > largest ? sum : largest;
  }
  return largest;
}

template <class Table>
constexpr bool operands_come_first(const Table& t) {
  bool first = true;
  for_each_use(t, [&](int user, int operand) {
    const dl::place made = t.places[owner(t, operand)], used = t.places[user];
    const bool same_loop = made.step == used.step && made.member < used.member && !t.nodes[operand].op->alias &&
                           t.nodes[operand].shape == t.nodes[user].shape;
    first = first && (made.step < used.step || same_loop);
  });
  return first;
}

template <class Table>
constexpr bool nothing_live_overlaps(const Table& t) {
  const dl::vector<int> last = last_uses(t);
  for (int a = 0; a < t.sizes.nodes; ++a)
    for (int b = 0; b < a; ++b) {
      const bool live_together = t.places[a].step <= last[b] && t.places[b].step <= last[a];
      if (live_together && in_arena(t, a) && in_arena(t, b) && overlap(t, a, b)) return false;
    }
  return true;
}

}  // namespace liveness
