#pragma once
/// The layers of a model, read from its graph: which nodes work with which layer's parameters, and what follows
/// from them.

#include <hello_dl/graph/leaves.hpp>
#include <hello_dl/graph/prune.hpp>

namespace hello_dl {

/// A layer and the element-wise operations, poolings and the like that follow it, up to the next layer.
struct layer_record {
  std::string_view name;                  ///< the path of its parameters without their last part; (model) if that is all
  vector<std::string_view> operations{};  ///< each once, in the order in which they are applied
  dims shape{};                           ///< of the last result
  extent parameters = 0;                  ///< numbers in the tensors that it uses, but for buffers
  extent flops = 0;                       ///< of one forward run
};

namespace detail {

constexpr std::string_view layer_name(std::string_view parameter) {
  const std::size_t dot = parameter.rfind('.');
  return dot == std::string_view::npos ? "(model)" : parameter.substr(0, dot);
}

/// Which layer a node belongs to, by whatever number (-1: none), and whether it depends on an input.
struct layer_place {
  int layer = -1;
  bool on_input = false;
};

/// The place of a node behind its operands: the layer whose parameters it takes; else the last of those that they belong to.
constexpr layer_place place_behind_operands(const node& n, const layer_place* places) {
  int last = -1, own = -1;
  bool on_input = false;
  for (int k = 0; k < n.operand_count; ++k) {
    const layer_place& operand = places[n.operands[k]];
    on_input |= operand.on_input;
    last = std::max(last, operand.layer);
    if (!operand.on_input) own = std::max(own, operand.layer);
  }
  return {own >= 0 ? own : last, on_input};
}

class layer_finder {
 public:
  constexpr layer_finder(const graph& g, term result)
      : g_{g}, live_{reachable(g, vector<output>(1, output{result}))}, places_(g.size()) {}

  constexpr vector<layer_record> find() {
    for (int id = 0; id < g_.size(); ++id) {
      if (!live_[id]) continue;
      if (g_[id].op == &record_of<parameter_operation>) use_parameter(id);
      else if (is_leaf(g_[id])) places_[id].on_input = !is_constant(g_[id]);
      else place(id);
    }
    return layers_;
  }

 private:
  constexpr int number_of(std::string_view name) {
    for (int i = 0; i < layers_.size(); ++i)
      if (layers_[i].name == name) return i;
    layers_.push_back({.name = name});
    return static_cast<int>(layers_.size()) - 1;
  }
  constexpr void use_parameter(int id) {
    places_[id].layer = number_of(layer_name(g_.name(g_[id])));
    if (!is_buffer(g_[id])) layers_[places_[id].layer].parameters += g_[id].shape.size();
  }
  constexpr void place(int id) {
    places_[id] = place_behind_operands(g_[id], places_.begin());
    if (places_[id].layer < 0) places_[id].layer = number_of("(model)");
    add_to(layers_[places_[id].layer], id);
  }
  constexpr void add_to(layer_record& layer, int id) const {
    const node& n = g_[id];
    dims operands[max_operands];
    for (int k = 0; k < n.operand_count; ++k) operands[k] = g_[n.operands[k]].shape;
    layer.flops += n.op->flops(n, operands);
    if (!places_[id].on_input) return;
    layer.shape = n.shape;
    if (!layer.operations.contains(n.op->name)) layer.operations.push_back(n.op->name);
  }

  const graph& g_;
  vector<char> live_;
  vector<layer_place> places_;
  vector<layer_record> layers_;
};

}  // namespace detail

/// The layers that `result` depends on, in the order of their parameters.
constexpr vector<layer_record> layers_of(const graph& g, term result) { return detail::layer_finder{g, result}.find(); }

}  // namespace hello_dl
