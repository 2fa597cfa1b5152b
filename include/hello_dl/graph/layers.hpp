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

class layer_finder {
 public:
  constexpr layer_finder(const graph& g, term result)
      : g_{g}, live_{reachable(g, vector<output>(1, output{result}))}, layer_of_(g.size(), -1), on_input_(g.size(), 0) {}

  constexpr vector<layer_record> find() {
    for (int id = 0; id < g_.size(); ++id) {
      if (!live_[id]) continue;
      if (g_[id].op == &record_of<parameter_operation>) use_parameter(id);
      else if (is_leaf(g_[id])) on_input_[id] = !is_constant(g_[id]);
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
    layer_of_[id] = number_of(layer_name(g_.name(g_[id])));
    if (!is_buffer(g_[id])) layers_[layer_of_[id]].parameters += g_[id].shape.size();
  }
  /// To the layer whose parameters it takes; else to the last of those that its operands belong to.
  constexpr void place(int id) {
    const node& n = g_[id];
    int last = -1, own = -1;
    for (int k = 0; k < n.operand_count; ++k) {
      const int operand = n.operands[k];
      on_input_[id] |= on_input_[operand];
      last = std::max(last, layer_of_[operand]);
      if (!on_input_[operand]) own = std::max(own, layer_of_[operand]);
    }
    layer_of_[id] = own >= 0 ? own : last;
    if (layer_of_[id] < 0) layer_of_[id] = number_of("(model)");
    add_to(layers_[layer_of_[id]], id);
  }
  constexpr void add_to(layer_record& layer, int id) const {
    const node& n = g_[id];
    dims operands[max_operands];
    for (int k = 0; k < n.operand_count; ++k) operands[k] = g_[n.operands[k]].shape;
    layer.flops += n.op->flops(n, operands);
    if (!on_input_[id]) return;
    layer.shape = n.shape;
    if (!layer.operations.contains(n.op->name)) layer.operations.push_back(n.op->name);
  }

  const graph& g_;
  vector<char> live_;
  vector<int> layer_of_;
  vector<char> on_input_;
  vector<layer_record> layers_;
};

}  // namespace detail

/// The layers that `result` depends on, in the order of their parameters.
constexpr vector<layer_record> layers_of(const graph& g, term result) { return detail::layer_finder{g, result}.find(); }

}  // namespace hello_dl
