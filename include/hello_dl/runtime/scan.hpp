#pragma once
/// scan: a recurrent cell over a sequence, as unroll computes it, but as a loop. One step is compiled once, whatever the length
/// of the sequence; its derivative is another scan, from the end to the beginning.

#include <hello_dl/nn/unroll.hpp>
#include <hello_dl/runtime/scan_step.hpp>

namespace hello_dl {

/// Operands: what the inputs give [time, n, gates], the state before the first step, the parameters, one behind another, and all
/// states [time, n, state], with their gradient. The result: the gradients of the first three, one behind another.
template <class Step>
struct scan_gradient_operation {
  static constexpr std::string_view name = "scan_gradient";
  using program = typename Step::backward_program;
  static constexpr extent state_size = Step::state_shape.size();

  static constexpr dims shape(const attributes&, const dims* x) { return dims{x[0].size() + x[1].size() + x[2].size()}; }
  static constexpr term derivative(const application&, int, term gradient) {
    if (gradient) throw "scan: it can be derived once; for derivatives of second order, use unroll";
    return {};
  }
  static constexpr extent flops(const node&, const dims* x) {
    return x[0][0] * (program::table.flops + state_size + Step::parameter_size);
  }
  /// The arena of a step, then the gradients of the states after and before it, then those of the parameters in it.
  template <class Site>
  static constexpr extent scratch() {
    return arena_elements<program, typename Site::value_type> + 2 * state_size + Step::parameter_size;
  }

  template <class Site>
  static constexpr void run(Site at) {
    using T = typename Site::value_type;
    constexpr extent time = Site::template operand_shape<0>[0], gates = Site::template operand_shape<0>.size() / time;
    T* const after = at.scratch() + arena_elements<program, T>;
    T *const before = after + state_size, *const in_step = before + state_size;
    T* const parameters = at.out() + time * gates + state_size;
    for (extent i = 0; i < state_size; ++i) before[i] = T(0);
    for (extent i = 0; i < Site::template operand_shape<2>.size(); ++i) parameters[i] = T(0);
    for (extent t = time - 1; t >= 0; --t) {
      for (extent i = 0; i < state_size; ++i) after[i] = at.template in<4>()[t * state_size + i] + before[i];
      const T* const state = t == 0 ? at.template in<1>() : at.template in<3>() + (t - 1) * state_size;
      const auto inputs = Step::template inputs<T>(at.template in<0>() + t * gates, state, at.template in<2>(), after);
      T* const outputs[] = {at.out() + t * gates, before, in_step};
      hello_dl::run<program, T>(memory<T>{inputs.data(), nullptr, nullptr, outputs, at.scratch()});
      for (extent i = 0; i < Step::parameter_size; ++i) parameters[i] += in_step[i];
    }
    for (extent i = 0; i < state_size; ++i) at.out()[time * gates + i] = before[i];
  }
};

/// Operands: what the inputs give [time, n, gates], the state before the first step [n, state], the parameters, one behind
/// another. The result: the state after each step [time, n, state].
template <class Step>
struct scan_operation {
  static constexpr std::string_view name = "scan";
  using program = typename Step::forward_program;
  static constexpr extent state_size = Step::state_shape.size();

  static constexpr dims shape(const attributes&, const dims* x) { return dims{x[0][0], x[1][0], x[1][1]}; }
  static constexpr term derivative(const application& at, int k, term gradient) {
    const term all = apply<scan_gradient_operation<Step>>({}, at.operand(0), at.operand(1), at.operand(2), at.result(), gradient);
    extent begin = 0;
    for (int before = 0; before < k; ++before) begin += at.operand(before).shape().size();
    const dims own = at.operand(k).shape();
    return reshape(slice(all, 0, begin, begin + own.size()), own);
  }
  static constexpr extent flops(const node& n, const dims*) { return n.shape[0] * program::table.flops; }
  template <class Site>
  static constexpr extent scratch() {
    return arena_elements<program, typename Site::value_type>;
  }

  template <class Site>
  static constexpr void run(Site at) {
    using T = typename Site::value_type;
    constexpr extent time = Site::shape[0], gates = Site::template operand_shape<0>.size() / time;
    const T* state = at.template in<1>();
    for (extent t = 0; t < time; ++t) {
      const auto inputs = Step::template inputs<T>(at.template in<0>() + t * gates, state, at.template in<2>());
      T* const outputs[] = {at.out() + t * state_size};
      hello_dl::run<program, T>(memory<T>{inputs.data(), nullptr, nullptr, outputs, at.scratch()});
      state = outputs[0];
    }
  }
};

namespace detail {

/// The parameters that a step uses, one behind another; a zero if it uses none.
template <class Step, class Cell>
constexpr term flat_parameters(graph& g, const Cell& cell) {
  vector<term> parts;
  std::size_t number = 0;
  for_each_parameter(cell, [&](const auto& p, std::string_view) {
    if (Step::offsets[number++] >= 0) parts.push_back(p.term);
  });
  return parts.empty() ? constant(g, 0, dims{1}) : stack_rows(parts, dims{Step::parameter_size});
}

}  // namespace detail

/// From the sequence x [n, time, features] and the state before its first step: all hidden states [n, time, hidden], and the
/// state after the last step, as a tuple. Cells and states are those of unroll, and so are the results; the derivative is of
/// first order only.
template <class Cell, expression X, class State>
constexpr auto scan(const Cell& cell, const X& x, const State& state) {
  static_assert(detail::fits_cell<Cell, X>,
                "scan: the input must have the shape [n, time, features] with as many features as the cell takes");
  if constexpr (detail::fits_cell<Cell, X>) {
    constexpr extent n = X::shape_value[0], time = X::shape_value[1], hidden = Cell::hidden_size;
    const auto gates = permute<1, 0, 2>(cell.input_gates(x));
    using body = detail::scan_step<Cell, n, decltype(gates)::shape_value[2]>;
    static_assert(registered<scan_operation<body>>::value && registered<scan_gradient_operation<body>>::value);
    const typename body::state_type first{state};
    const term states = apply<scan_operation<body>>({}, gates.term, detail::packed(first),
                                                    detail::flat_parameters<body>(*x.term.graph, cell));
    const expr<shape<time, n, hidden>> shown{slice(states, 2, 0, hidden)};
    const term last = reshape(slice(states, 0, time - 1, time), body::state_shape);
    return std::tuple{permute<1, 0, 2>(shown), detail::unpacked<typename body::state_type>(last)};
  }
}

/// From a state of zeros.
template <class Cell, expression X>
constexpr auto scan(const Cell& cell, const X& x) {
  return scan(cell, x, Cell::template zeros<X::shape_value[0]>(*x.term.graph));
}

}  // namespace hello_dl
