// Dead-node removal: a program has the nodes that its outputs need, and each output has memory of its own.
#include <hello_dl/graph/prune.hpp>

#include <graph/terms.hpp>

namespace {

using namespace terms;

/// What is left of a graph when the terms that `write` returns are wanted.
template <std::size_t Count>
struct wanted {
  term values[Count];
};
template <class... Terms>
wanted(Terms...) -> wanted<sizeof...(Terms)>;

template <class Write>
constexpr dl::node_list pruned(Write write) {
  three_inputs in;
  dl::vector<dl::output> outputs;
  const auto results = write(in.x, in.y, in.z);
  for (const term value : results.values) outputs.push_back({value, static_cast<int>(outputs.size()), 0});
  return dl::prune(in.g, outputs);
}

template <class Write>
constexpr int nodes_left(Write write) {
  return static_cast<int>(pruned(write).nodes.size());
}

// Only what is used: not the other inputs, not what was written and forgotten.
static_assert(nodes_left([](auto x, auto, auto) { return wanted{sin(x)}; }) == 2);
static_assert(nodes_left([](auto x, auto y, auto z) {
                static_cast<void>(exp(y) * log(z));
                return wanted{sin(x) + cos(x)};
              }) == 4);
static_assert(nodes_left([](auto x, auto y, auto) { return wanted{sin(x), sin(x) + y}; }) == 4);

// Copies: of inputs, of constants, of what another output shows already, also under another shape.
constexpr int copies_in(const dl::node_list& list) {
  int count = 0;
  for (const dl::node& n : list.nodes) count += n.op == &dl::record_of<dl::copy_operation>;
  return count;
}
static_assert(copies_in(pruned([](auto x, auto, auto) { return wanted{sin(x), cos(x)}; })) == 0);
static_assert(copies_in(pruned([](auto x, auto, auto) { return wanted{x, x}; })) == 2);
static_assert(copies_in(pruned([](auto x, auto, auto) { return wanted{number(x, 3)}; })) == 1);
static_assert(copies_in(pruned([](auto x, auto, auto) { return wanted{sin(x), sin(x), reshape(sin(x), dims{1})}; })) == 2);
static_assert(copies_in(pruned([](auto x, auto, auto) { return wanted{reshape(x, dims{1})}; })) == 1);

constexpr bool order_and_outputs_stay() {
  const dl::node_list list = pruned([](auto, auto y, auto z) { return wanted{exp(z), sin(exp(z)) * y}; });
  for (int id = 0; id < list.nodes.size(); ++id)
    for (int k = 0; k < list.nodes[id].operand_count; ++k)
      if (list.nodes[id].operands[k] >= id) return false;
  return list.outputs.size() == 2 && list.nodes[list.outputs[0].node].op->name == "exp" &&
         list.nodes[list.outputs[1].node].op->name == "multiply" && list.outputs[1].slot == 1;
}
static_assert(order_and_outputs_stay());

}  // namespace
