// A frozen program: everything about it as constants of exact size.
#include <hello_dl/graph/freeze.hpp>

#include <graph/models.hpp>

namespace {

namespace dl = hello_dl;

template <class F, class... Inputs>
constexpr auto& table_of(F) {
  return dl::detail::function_program<F, Inputs...>::table;
}

// sin(x) * y + 2: two inputs, a number, three operations in one loop.
constexpr auto& small = table_of<decltype([](auto x, auto y) { return sin(x) * y + 2; }), dl::real_input<5>, dl::real_input<3, 1>>({});
static_assert(small.sizes.nodes == 6 && small.sizes.steps == 2 && small.sizes.members == 3);
static_assert(small.inputs[0].shape == dl::dims{5} && small.inputs[1].shape == dl::dims{3, 1});
static_assert(small.flops == 5 + 15 + 15);
static_assert(small.nodes[small.outputs[0].node].shape == dl::dims{3, 5});

// A program may be empty of work: the only node is a copy of what it is given.
constexpr auto& identity = table_of<decltype([](auto x) { return x; }), dl::real_input<>>({});
static_assert(identity.sizes.nodes == 2 && identity.flops == 0 && identity.arena_size == 0);

// Values of tensors in a formula travel with it; reshapes lie where their operand lies.
constexpr auto& tables = table_of<decltype([](auto x) {
  return matmul(dl::reshape<2, 2>(sin(x)), dl::reshape<2, 2>(x * dl::tensor<double, 4>{1, 2, 3, 4}));
}), dl::real_input<4>>({});
static_assert(tables.sizes.values == 4 && tables.values[3] == 4);
constexpr bool reshapes_share_memory = [] {
  for (int id = 0; id < tables.sizes.nodes; ++id) {
    const dl::location own = tables.locations[id], whole = tables.locations[tables.nodes[id].operands[0] < 0 ? id : tables.nodes[id].operands[0]];
    if (tables.nodes[id].op->alias && (own.where != whole.where || own.slot != whole.slot || own.offset != whole.offset))
      return false;
  }
  return true;
}();
static_assert(reshapes_share_memory);

// Parameters in the order of declaration, one after another.
constexpr auto& learned = models::perceptron_table;
static_assert(learned.sizes.parameters == 4 && learned.parameter_count == 6 * 7 + 7 + 7 * 3 + 3);
static_assert(learned.name(learned.parameters[2]) == "output.weight");
static_assert(learned.parameters[2].offset == 6 * 7 + 7 && learned.parameters[2].shape == dl::dims{3, 7});
static_assert(learned.inputs[1].type == dl::element::index && learned.inputs[1].shape == dl::dims{4});

}  // namespace
