#pragma once
/// Freezing: the finished program, whose vectors live only while the compiler computes, is copied
/// into a table of exact size that can be a static constant. Kernels are generated from that table.

#include <hello_dl/core/distribution.hpp>
#include <hello_dl/graph/channels_last.hpp>
#include <hello_dl/graph/memory.hpp>

#include <utility>

namespace hello_dl {

/// A tensor of the model as the table lists it: `offset` counts elements in the block of all parameters, where
/// buffers lie behind all that is learned.
struct parameter_record {
  int name_begin = 0;
  int name_length = 0;
  dims shape;
  extent offset = 0;
  distribution initial;
  bool is_buffer = false;
};

struct input_record {
  dims shape;
  element type = element::real;
};

/// Everything about a program, while it is being made.
struct program_draft {
  node_list list;
  schedule order;
  memory_plan memory;  ///< with_memory() makes it
  vector<input_record> inputs;
  vector<parameter_record> parameters;
  vector<char> names;
  vector<double> values;
};

/// The last pass, which freeze() adds.
constexpr program_draft with_memory(program_draft draft) {
  draft.memory = plan_memory(draft.list, draft.order);
  return draft;
}

struct table_sizes {
  extent nodes = 0, steps = 0, members = 0, outputs = 0, inputs = 0, parameters = 0, names = 0,
         values = 0;
};

/// Its parameters. Arrays without elements keep one, since C++ has no arrays of length 0.
template <table_sizes Sizes>
struct parameter_list {
  static constexpr table_sizes sizes = Sizes;
  parameter_record parameters[Sizes.parameters + 1] = {};
  char names[Sizes.names + 1] = {};
  extent parameter_count = 0;  ///< in elements
  extent learned_count = 0;    ///< without buffers

  constexpr std::string_view name(const parameter_record& p) const {
    return {names + p.name_begin, static_cast<std::size_t>(p.name_length)};
  }
};

/// The frozen program.
template <table_sizes Sizes>
struct program_table : parameter_list<Sizes> {
  node nodes[Sizes.nodes + 1] = {};
  place places[Sizes.nodes + 1] = {};
  location locations[Sizes.nodes + 1] = {};
  step steps[Sizes.steps + 1] = {};
  int members[Sizes.members + 1] = {};
  node_list::output_node outputs[Sizes.outputs + 1] = {};
  input_record inputs[Sizes.inputs + 1] = {};
  double values[Sizes.values + 1] = {};
  extent arena_size = 0;        ///< in elements
  extent flops = 0;             ///< of one run
};

namespace detail {

template <class T>
constexpr void copy_all(const vector<T>& from, T* to) {
  for (extent i = 0; i < from.size(); ++i) to[i] = from[i];
}

constexpr table_sizes sizes_of(const program_draft& d) {
  return {d.list.nodes.size(), d.order.steps.size(), d.order.members.size(), d.list.outputs.size(),
          d.inputs.size(),     d.parameters.size(),  d.names.size(),         d.values.size()};
}

constexpr extent total_flops(const vector<node>& nodes) {
  extent sum = 0;
  for (const node& n : nodes) {
    dims shapes[max_operands];
    for (int k = 0; k < n.operand_count; ++k) shapes[k] = nodes[n.operands[k]].shape;
    if (!is_leaf(n)) sum += n.op->flops(n, shapes);
  }
  return sum;
}

/// A reshape lies where its operand lies.
constexpr void share_locations(const vector<node>& nodes, vector<location>& locations) {
  for (int id = 0; id < nodes.size(); ++id)
    if (nodes[id].op->alias) locations[id] = locations[nodes[id].operands[0]];
}

template <table_sizes Sizes>
constexpr program_table<Sizes> to_table(program_draft without_memory) {
  program_table<Sizes> t;
  program_draft d = with_memory(std::move(without_memory));
  share_locations(d.list.nodes, d.memory.locations);
  copy_all(d.list.nodes, t.nodes);
  copy_all(d.order.places, t.places);
  copy_all(d.memory.locations, t.locations);
  copy_all(d.order.steps, t.steps);
  copy_all(d.order.members, t.members);
  copy_all(d.list.outputs, t.outputs);
  copy_all(d.inputs, t.inputs);
  copy_all(d.parameters, t.parameters);
  copy_all(d.names, t.names);
  copy_all(d.values, t.values);
  t.arena_size = d.memory.arena_size;
  for (const parameter_record& p : d.parameters) {
    t.parameter_count += p.shape.size();
    if (!p.is_buffer) t.learned_count += p.shape.size();
  }
  t.flops = total_flops(d.list.nodes);
  return t;
}

}  // namespace detail

/// The passes before the last, from a traced graph to steps in their order.
constexpr program_draft draft_program(const graph& g, const vector<output>& outputs,
                                      const vector<input_record>& inputs,
                                      const vector<parameter_record>& parameters) {
  program_draft draft;
  graph rewritten;
  if (has_images(g)) draft.list = prune(rewritten, channels_last(g, outputs, rewritten));
  else draft.list = prune(g, outputs);
  draft.order = make_schedule(draft.list.nodes);
  draft.inputs = inputs;
  draft.parameters = parameters;
  draft.names = g.names();
  draft.values = g.values();
  return draft;
}

/// `Draft` is a type whose static `draft()` gives a program_draft, without a plan of its memory: it runs twice, once for
/// the sizes.
template <class Draft>
constexpr auto freeze() {
  constexpr table_sizes sizes = detail::sizes_of(Draft::draft());
  return detail::to_table<sizes>(Draft::draft());
}

}  // namespace hello_dl
