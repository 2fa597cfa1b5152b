#pragma once
/// unroll: a recurrent cell over a sequence, as one static graph (what nn.GRU and nn.LSTM do with batch_first).
///
/// A cell has `input_gates(x)`, what it takes from the input [.., features], and `step(gates, state)`, the state
/// after one step. So what does not depend on the state is one product for all steps.

#include <hello_dl/ops/ops.hpp>

#include <tuple>

namespace hello_dl {

namespace detail {
/// Of a state that is a tuple, the first is what the cell shows.
template <class State>
constexpr auto hidden_of(const State& state) {
  if constexpr (expression<State>) return state;
  else return std::get<0>(state);
}

template <class Cell, class X>
constexpr bool fits_cell = X::shape_value.rank == 3 && X::shape_value.back(1) == Cell::input_size;
}  // namespace detail

/// From the sequence x [n, time, features] and the state before its first step: all hidden states
/// [n, time, hidden], and the state after the last step, as a tuple. `state` is [n, hidden], or for an lstm_cell
/// a tuple of two of these.
template <class Cell, expression X, class State>
constexpr auto unroll(const Cell& cell, const X& x, State state) {
  static_assert(detail::fits_cell<Cell, X>,
                "unroll: the input must have the shape [n, time, features] with as many features as the cell takes");
  if constexpr (detail::fits_cell<Cell, X>) {
    constexpr extent n = X::shape_value[0], time = X::shape_value[1], hidden = Cell::hidden_size;
    const auto gates = cell.input_gates(x);
    using gates_of_step = expr<shape<n, decltype(gates)::shape_value[2]>>;
    vector<term> pieces, outputs;
    unbind(gates.term, 1, pieces);
    for (const term piece : pieces) {
      state = cell.step(gates_of_step{reshape(piece, gates_of_step::shape_value)}, state);
      outputs.push_back(reshape(detail::hidden_of(state).term, dims{n, 1, hidden}));
    }
    return std::tuple{expr<shape<n, time, hidden>>{join(outputs, 1)}, state};
  }
}

/// From a state of zeros.
template <class Cell, expression X>
constexpr auto unroll(const Cell& cell, const X& x) {
  return unroll(cell, x, Cell::template zeros<X::shape_value[0]>(*x.term.graph));
}

}  // namespace hello_dl
