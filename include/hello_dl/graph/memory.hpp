#pragma once
/// The memory plan: which values stand in memory at all, from which step to which they are needed,
/// and where in one block ("arena") each lies, so that values that never live together share space.

#include <hello_dl/graph/schedule.hpp>

namespace hello_dl {

/// Which block of memory a value lies in. `registers`: in none, a loop keeps it to itself.
enum class space : unsigned char { registers, constant, table, input, parameter, output, arena };

struct location {
  space where = space::registers;
  int slot = 0;        ///< the number of the input or output buffer
  extent offset = 0;   ///< in elements
};

struct memory_plan {
  vector<location> locations;   ///< for each node
  extent arena_size = 0;        ///< in elements
};

/// Offsets in the arena are multiples of this many elements: 64 bytes of float, one cache line.
inline constexpr extent arena_alignment = 16;

namespace detail {

/// A block of memory that is needed from step `birth` up to and including step `death`.
struct lifetime {
  location* target = nullptr;
  extent size = 0;
  int birth = 0;
  int death = 0;
  extent offset = -1;
};

struct memory_planner {
  const node_list& program;
  const schedule& order;
  memory_plan plan{};
  vector<lifetime> lifetimes{};

  constexpr memory_planner(const node_list& p, const schedule& s) : program{p}, order{s} {
    plan.locations = vector<location>(p.nodes.size());
  }

  constexpr int root(int id) const {
    while (program.nodes[id].op->alias) id = program.nodes[id].operands[0];
    return id;
  }

  constexpr void place_leaf(int id) {
    const node& n = program.nodes[id];
    location& l = plan.locations[id];
    if (n.op == &record_of<input_operation>) l = {space::input, n.attributes[0], 0};
    else if (n.op == &record_of<parameter_operation>) l = {space::parameter, 0, parameter_offset(n)};
    else if (n.op == &record_of<table_operation>) l = {space::table, 0, n.attributes[0]};
    else if (order.places[id].step < 0) l = {space::constant, 0, 0};
  }

  static constexpr extent parameter_offset(const node& n) { return n.attributes[1]; }

  /// The last step that reads each node's memory; its own step for what leaves no loop.
  constexpr vector<int> last_uses() const {
    vector<int> last(program.nodes.size(), -1);
    for (int id = 0; id < program.nodes.size(); ++id) {
      const int user = order.places[id].step;
      const node& n = program.nodes[id];
      for (int k = 0; user >= 0 && k < n.operand_count; ++k) {
        int& use = last[root(n.operands[k])];
        use = user > use ? user : use;
      }
    }
    return last;
  }

  /// Whether a value must be written to memory: something outside its loop reads it.
  constexpr vector<char> escapes() const {
    vector<char> result(program.nodes.size(), 0);
    for (int id = 0; id < program.nodes.size(); ++id) {
      const node& n = program.nodes[id];
      const int made_in = order.places[id].step;
      if (made_in >= 0 && !order.steps[made_in].fused && !n.op->element_wise && !n.op->tiled) result[id] = 1;
      for (int k = 0; k < n.operand_count; ++k)
        if (n.op->alias || order.places[n.operands[k]].step != made_in)
          result[root(n.operands[k])] = 1;
    }
    return result;
  }

  constexpr void place_outputs() {
    for (const auto& wanted : program.outputs)
      plan.locations[root(wanted.node)] = {space::output, wanted.slot, wanted.offset};
  }

  constexpr void collect_lifetimes() {
    const vector<int> last = last_uses();
    const vector<char> escaping = escapes();
    for (int id = 0; id < program.nodes.size(); ++id) {
      const int birth = order.places[id].step;
      if (birth < 0 || !escaping[id] || plan.locations[id].where != space::registers) continue;
      lifetimes.push_back({&plan.locations[id], stored_size(program.nodes[id]), birth,
                           last[id] > birth ? last[id] : birth});
    }
  }

  /// The lowest offset where `wanted` overlaps nothing already placed that lives at the same time.
  constexpr extent lowest_offset(const lifetime& wanted, const vector<int>& placed) const {
    const lifetime* const all = lifetimes.begin();
    extent offset = 0;
    for (const int other : placed) {  // in the order of their offsets
      const lifetime& o = all[other];
      if (o.death < wanted.birth || wanted.death < o.birth) continue;
      if (o.offset >= offset + wanted.size) break;
      const extent end = aligned(o.offset + o.size);
      offset = end > offset ? end : offset;
    }
    return offset;
  }
  static constexpr extent aligned(extent size) {
    return (size + arena_alignment - 1) / arena_alignment * arena_alignment;
  }

  /// Greedy: one after another, each as low as it can, the largest first (Pisarchyk and Lee 2020, "Efficient Memory
  /// Management for Deep Neural Net Inference", algorithm 3). Where that takes clearly more than the step that needs
  /// most, what ends last is placed first in the next attempt.
  constexpr void place_in_arena() {
    const extent bound = largest_need(), enough = bound + bound / 32;
    vector<int> numbers = largest_first();
    plan.arena_size = place(numbers);
    vector<lifetime> best = lifetimes;
    for (int attempt = 1; attempt < most_attempts && plan.arena_size > enough; ++attempt) {
      move_to_front(numbers, last_end());
      const extent size = place(numbers);
      if (size < plan.arena_size) plan.arena_size = size, best = lifetimes;
    }
    for (const lifetime& l : best) *l.target = {space::arena, 0, l.offset};
  }

 private:
  static constexpr int most_attempts = 8;

  /// What lives at the step where most does: no plan can do with less.
  constexpr extent largest_need() const {
    vector<extent> change(order.steps.size() + 1, 0);
    for (const lifetime& l : lifetimes) {
      change[l.birth] += aligned(l.size);
      change[l.death + 1] -= aligned(l.size);
    }
    extent need = 0, largest = 0;
    for (const extent c : change) {
      need += c;
      largest = need > largest ? need : largest;
    }
    return largest;
  }

  /// Places all, and returns how large the arena is.
  constexpr extent place(const vector<int>& numbers) {
    vector<int> placed;
    extent arena_size = 0;
    for (const int number : numbers) {
      lifetime& l = lifetimes[number];
      l.offset = lowest_offset(l, placed);
      insert_by_offset(placed, number);
      const extent end = aligned(l.offset + l.size);
      arena_size = end > arena_size ? end : arena_size;
    }
    return arena_size;
  }

  constexpr int last_end() const {
    int last = 0;
    for (int i = 1; i < lifetimes.size(); ++i)
      if (lifetimes[i].offset + lifetimes[i].size > lifetimes[last].offset + lifetimes[last].size) last = i;
    return last;
  }

  static constexpr void move_to_front(vector<int>& numbers, int number) {
    int* at = numbers.begin();
    while (*at != number) ++at;
    for (; at != numbers.begin(); --at) *at = at[-1];
    *at = number;
  }

  constexpr void insert_by_offset(vector<int>& placed, int number) const {
    placed.push_back(number);
    const lifetime* const all = lifetimes.begin();
    int* const first = placed.begin();
    int* at = placed.end() - 1;
    for (; at != first && all[at[-1]].offset > all[number].offset; --at) *at = at[-1];
    *at = number;
  }

  /// The numbers of the lifetimes.
  constexpr vector<int> largest_first() const {
    vector<int> numbers;
    for (int i = 0; i < lifetimes.size(); ++i) numbers.push_back(i);
    for (extent gap = numbers.size() / 2; gap > 0; gap /= 2)  // Shell sort
      for (extent i = gap; i < numbers.size(); ++i)
        for (extent j = i; j >= gap && comes_first(numbers[j], numbers[j - gap]); j -= gap)
          std::swap(numbers[j], numbers[j - gap]);
    return numbers;
  }
  constexpr bool comes_first(int a, int b) const {
    return lifetimes[a].size != lifetimes[b].size ? lifetimes[a].size > lifetimes[b].size : a < b;
  }
};

}  // namespace detail

constexpr memory_plan plan_memory(const node_list& program, const schedule& order) {
  detail::memory_planner planner{program, order};
  for (int id = 0; id < program.nodes.size(); ++id)
    if (is_leaf(program.nodes[id])) planner.place_leaf(id);
  planner.place_outputs();
  planner.collect_lifetimes();
  planner.place_in_arena();
  return planner.plan;
}

}  // namespace hello_dl
