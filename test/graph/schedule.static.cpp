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

constexpr dl::term softmax(dl::term x) { return dl::apply<dl::softmax_operation>({{1}}, x); }
constexpr dl::term product(dl::term x, dl::term y) { return matmul(x, y, false, false); }

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
static_assert(work_of([](auto x, auto y, auto) { return sin(x) + softmax(sin(x) * cos(y)); }, dims{3, 3}) == work{3, 2});

// A kernel that hands its result over in tiles is joined by what follows it, with operands that fit a tile: tensors of its
// shape, numbers, a row, a column. Not by a matrix for each of two products, nor by what does not depend on it.
static_assert(work_of([](auto x, auto y, auto z) { return relu(product(x, y) + z) * z; }, dims{3, 3}) == work{1, 0});
static_assert(work_of([](auto x, auto y, auto z) { const auto row = sum(z, 1u, false); return 2.0 * product(x, y) - row; }, dims{3, 3}) == work{2, 0});
static_assert(work_of([](auto x, auto y, auto z) { const auto column = sum(z, 2u, true); return product(x, y) - column; }, dims{3, 3}) == work{2, 0});
static_assert(work_of([](auto x, auto y, auto z) { const auto rows = sum(z, 1u, false); return product(x, y) - rows; }, dims{2, 3, 3}) == work{3, 1});
static_assert(work_of([](auto x, auto y, auto z) { return product(product(x, y), exp(z)); }, dims{3, 3}) == work{3, 1});

// Only a constant that a kernel reads is work: it must stand in memory.
static_assert(work_of([](auto x, auto, auto) { return matmul(x, dl::constant(*x.graph, 1, dims{3, 3}), false, false); }, dims{3, 3}) == work{2, 1});

constexpr bool each_step_lists_its_members(const auto& t) {
  int listed = 0, placed = 0;
  for (int number = 0; number < t.sizes.steps; ++number) {
    const dl::step& s = t.steps[number];
    if (s.first != listed || s.count < 1) return false;
    for (int member = 0; member < s.count; ++member, ++listed) {
      const dl::place at = t.places[t.members[s.first + member]];
      if (at.step != number || at.member != member) return false;
    }
  }
  for (int id = 0; id < t.sizes.nodes; ++id) placed += t.places[id].step >= 0;
  return placed == listed;
}

/// All nodes of a loop are; of a kernel's step, all after the first but a second result of the kernel.
constexpr bool what_shares_a_step_is_element_wise(const auto& t) {
  for (int id = 0; id < t.sizes.nodes; ++id) {
    const auto [step, member] = t.places[id];
    if (step < 0 || (!t.steps[step].fused && member == 0)) continue;
    const dl::node &n = t.nodes[id], &first = t.nodes[t.members[t.steps[step].first]];
    if (n.op->companion && n.operands[0] == t.members[t.steps[step].first]) continue;
    if (n.shape != first.shape || !(n.op->element_wise || is_constant(n))) return false;
    if (!t.steps[step].fused && !first.op->tiled) return false;
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
static_assert(models::all([](const auto& t) { return what_shares_a_step_is_element_wise(t); }));
static_assert(models::all([](const auto& t) { return all_but_leaves_and_reshapes_is_computed(t); }));

}  // namespace
