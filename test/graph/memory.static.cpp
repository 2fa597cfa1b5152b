// The memory plan: nothing overwrites what is still needed, and the arena is hardly larger than it must be.
#include <hello_dl/graph/memory.hpp>

#include <graph/liveness.hpp>
#include <graph/models.hpp>

namespace {

namespace dl = hello_dl;
using dl::extent;
using dl::space;

constexpr bool everything_lies_inside(const auto& t) {
  extent end = 0;
  for (int id = 0; id < t.sizes.nodes; ++id) {
    if (!liveness::in_arena(t, id)) continue;
    if (t.locations[id].offset % dl::arena_alignment != 0) return false;
    const extent own_end = t.locations[id].offset + stored_size(t.nodes[id]);
    end = own_end > end ? own_end : end;
  }
  return end <= t.arena_size && t.arena_size < end + dl::arena_alignment;
}

constexpr bool what_other_steps_read_is_in_memory(const auto& t) {
  bool in_memory = true;
  liveness::for_each_use(t, [&](int user, int operand) {
    const int owner = liveness::owner(t, operand);
    if (t.places[owner].step != t.places[user].step)
      in_memory = in_memory && t.locations[owner].where != space::registers;
  });
  return in_memory;
}

/// The outputs stand where the program promises them; no two of them overlap.
constexpr bool outputs_have_their_own_place(const auto& t) {
  for (extent i = 0; i < t.sizes.outputs; ++i) {
    const auto& wanted = t.outputs[i];
    const dl::location at = t.locations[wanted.node];
    if (at.where != space::output || at.slot != wanted.slot || at.offset != wanted.offset) return false;
    for (extent j = 0; j < i; ++j)
      if (t.outputs[j].slot == wanted.slot && liveness::overlap(t, wanted.node, t.outputs[j].node)) return false;
  }
  return true;
}

static_assert(models::all([](const auto& t) { return liveness::nothing_live_overlaps(t); }));
static_assert(models::all([](const auto& t) { return everything_lies_inside(t); }));
static_assert(models::all([](const auto& t) { return what_other_steps_read_is_in_memory(t); }));
static_assert(models::all([](const auto& t) { return outputs_have_their_own_place(t); }));

// Never more than a tenth above what no plan could undercut.
static_assert(models::all([](const auto& t) { return 10 * t.arena_size <= 11 * liveness::peak(t); }));
static_assert(models::convolutional_table.arena_size > 0);

/// The arena for values of these sizes, in cache lines, each needed from one step to another.
template <std::size_t Count>
constexpr extent arena_lines(const dl::detail::lifetime (&values)[Count]) {
  const dl::node_list nothing{};
  dl::schedule order{};
  order.steps = dl::vector<dl::step>(40);
  dl::detail::memory_planner planner{nothing, order};
  dl::location somewhere;
  for (const dl::detail::lifetime& v : values)
    planner.lifetimes.push_back({&somewhere, v.size * dl::arena_alignment, v.birth, v.death});
  planner.place_in_arena();
  return planner.plan.arena_size / dl::arena_alignment;
}

// The largest first would take 50 lines; 42 are needed at steps 1 and 33. (A network's first convolution: its result, that
// pooled, which pixels were the largest, and the gradients of both.)
static_assert(arena_lines({{nullptr, 32, 0, 1}, {nullptr, 8, 1, 32}, {nullptr, 2, 1, 33}, {nullptr, 8, 31, 34}, {nullptr, 32, 33, 35}}) == 42);
// What never lives together shares space.
static_assert(arena_lines({{nullptr, 2, 0, 1}, {nullptr, 1, 1, 2}, {nullptr, 2, 2, 3}}) == 3);

/// How often something lies in a space.
constexpr int count_in(const auto& t, space where) {
  int count = 0;
  for (int id = 0; id < t.sizes.nodes; ++id) count += t.locations[id].where == where;
  return count;
}

template <class F, class... Inputs>
constexpr auto& table_of(F) {
  return dl::detail::function_program<F, Inputs...>::table;
}

// One loop keeps everything to itself: no arena at all.
constexpr auto& one_loop = table_of<decltype([](auto x) { return exp(sin(x) * x) + 1; }), dl::real_input<5>>({});
static_assert(one_loop.arena_size == 0 && count_in(one_loop, space::registers) == 3);

// A chain of sums over axes needs memory for two neighbours, not for all.
constexpr auto& chain = table_of<decltype([](auto x) {
  return sum(sin(dl::sum<0>(sin(dl::sum<0>(sin(dl::sum<0>(sin(x))))))));
}), dl::real_input<4, 4, 4, 16>>({});
static_assert(chain.arena_size == 1024 + 256);

// Outputs that are inputs, parameters, constants, or twice the same are copies.
constexpr auto& copies = table_of<decltype([](auto x) {
  const auto y = sin(x);
  return std::tuple{x, y, y, reshape<5>(y), 0 * x};
}), dl::real_input<5, 1>>({});
static_assert(outputs_have_their_own_place(copies) && copies.sizes.outputs == 5 && copies.arena_size == 0);

// A constant that a kernel reads stands in the arena; one that only loops read takes no memory.
constexpr auto& materialised = table_of<decltype([](auto x) {
  return matmul(x, dl::broadcast_to<4, 4>(0 * x + 2)) + 3;
}), dl::real_input<4, 4>>({});
static_assert(count_in(materialised, space::constant) == 1 && materialised.arena_size == 16);

// The product itself is needed in no memory: what is added to it is added in the tile.
static_assert(count_in(materialised, space::registers) == 1);

}  // namespace
