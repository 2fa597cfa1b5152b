// The order of work: what can share a loop does, and nothing runs before what it needs.
#include <hello_dl/graph/schedule.hpp>

#include <graph/liveness.hpp>
#include <graph/models.hpp>
#include <graph/terms.hpp>

namespace {

using namespace terms;

/// The number of steps for a formula of x, y and z, and how many of them are loops.
struct work {
  int steps;
  int loops;
  friend constexpr bool operator==(const work&, const work&) = default;
};

template <class Formula>
constexpr work work_of(Formula formula, const dims& shape) {
  three_inputs in{shape};
  const dl::vector<dl::output> wanted(1, dl::output{formula(in.x, in.y, in.z)});
  const dl::schedule order = dl::make_schedule(dl::prune(in.g, wanted).nodes);
  work result{static_cast<int>(order.steps.size()), 0};
  for (const dl::step& s : order.steps) result.loops += s.fused;
  return result;
}

// A chain of element-wise operations is one loop, also where it forks and where a number or a smaller tensor joins.
static_assert(work_of([](auto x, auto y, auto z) { return sin(x * y) + exp(z) * sin(x * y) - 1.0 * x; }, dims{4}) == work{1, 1});
static_assert(work_of([](auto x, auto y, auto) { return x + y * dl::constant(*x.graph, 3, dims{5, 4}); }, dims{4}) == work{1, 1});
static_assert(work_of([](auto x, auto, auto) { return x; }, dims{4}) == work{1, 1});  // copied into the output

// Not across a sum, nor between shapes: sin, sum, exp of a scalar; then the way back through a broadcast.
static_assert(work_of([](auto x, auto, auto) { return exp(sum(sin(x), 1u, false)); }, dims{4}) == work{3, 2});
static_assert(work_of([](auto x, auto, auto) { return x - sum(sin(x), 1u, false); }, dims{4}) == work{3, 2});
static_assert(work_of([](auto x, auto, auto) { return sin(broadcast_to(sin(x), dims{2, 4})); }, dims{4}) == work{2, 2});

// A reshape costs nothing, but what it reads under its new shape must be finished.
static_assert(work_of([](auto x, auto, auto) { return sin(reshape(x, dims{4})); }, dims{2, 2}) == work{1, 1});
static_assert(work_of([](auto x, auto, auto) { return sin(reshape(sin(x), dims{4})); }, dims{2, 2}) == work{2, 2});

// Kernels are steps of their own; what does not depend on them still shares one loop, before them.
static_assert(work_of([](auto x, auto y, auto) { return sin(x) + matmul(sin(x), cos(y), false, false); }, dims{3, 3}) == work{3, 2});

// Only a constant that a kernel reads is work: it must stand in memory.
static_assert(work_of([](auto x, auto, auto) { return matmul(x, dl::constant(*x.graph, 1, dims{3, 3}), false, false); }, dims{3, 3}) == work{2, 1});

constexpr bool each_step_lists_its_members(const auto& t) {
  int listed = 0, placed = 0;
  for (int number = 0; number < t.sizes.steps; ++number) {
    const dl::step& s = t.steps[number];
    if (s.first != listed || (!s.fused && s.count != 1)) return false;
    for (int member = 0; member < s.count; ++member, ++listed) {
      const dl::place at = t.places[t.members[s.first + member]];
      if (at.step != number || at.member != member) return false;
    }
  }
  for (int id = 0; id < t.sizes.nodes; ++id) placed += t.places[id].step >= 0;
  return placed == listed;
}

constexpr bool loops_are_element_wise(const auto& t) {
  for (int id = 0; id < t.sizes.nodes; ++id) {
    const int step = t.places[id].step;
    if (step < 0 || !t.steps[step].fused) continue;
    const dl::node &n = t.nodes[id], &first = t.nodes[t.members[t.steps[step].first]];
    if (n.shape != first.shape || !(n.op->element_wise || is_constant(n))) return false;
  }
  return true;
}

constexpr bool all_but_leaves_and_reshapes_is_computed(const auto& t) {
  for (int id = 0; id < t.sizes.nodes; ++id)
    if (!is_leaf(t.nodes[id]) && !t.nodes[id].op->alias && t.places[id].step < 0) return false;
  return true;
}

static_assert(models::all([](const auto& t) { return liveness::operands_come_first(t); }));
static_assert(models::all([](const auto& t) { return each_step_lists_its_members(t); }));
static_assert(models::all([](const auto& t) { return loops_are_element_wise(t); }));
static_assert(models::all([](const auto& t) { return all_but_leaves_and_reshapes_is_computed(t); }));

}  // namespace
