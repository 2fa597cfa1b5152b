#pragma once
/// gru_cell: one step of a gated recurrent unit (PyTorch: nn.GRUCell; Cho et al. 2014, "Learning Phrase
/// Representations using RNN Encoder-Decoder", section 2.3, with the reset gate after the product).

#include <hello_dl/nn/parameter.hpp>
#include <hello_dl/nn/unroll.hpp>

namespace hello_dl::nn {

/// From the input x [n, In] and the state h [n, Hidden] the next state [n, Hidden]:
///   r = sigmoid(W_ir x + b_ir + W_hr h + b_hr), z likewise, m = tanh(W_in x + b_in + r (W_hn h + b_hn)),
///   and the state is (1 - z) m + z h. The rows of weights and biases are those of r, z and m, in this order.
template <extent In, extent Hidden, class Initialise = init::fan_in_uniform<Hidden>>
struct gru_cell {
  static constexpr extent input_size = In, hidden_size = Hidden;

  parameter<shape<3 * Hidden, In>, Initialise> weight_ih;
  parameter<shape<3 * Hidden, Hidden>, Initialise> weight_hh;
  parameter<shape<3 * Hidden>, Initialise> bias_ih;
  parameter<shape<3 * Hidden>, Initialise> bias_hh;

  template <expression X, expression State>
  constexpr auto operator()(const X& x, const State& h) const {
    static_assert(X::shape_value.rank == 2 && X::shape_value.back(1) == In,
                  "gru_cell: the input must have the shape [n, features] with as many features as the cell takes");
    if constexpr (X::shape_value.rank == 2 && X::shape_value.back(1) == In) return step(input_gates(x), h);
  }

  /// What the input [.., In] gives to the gates: [.., 3 Hidden].
  constexpr auto input_gates(const expression auto& x) const { return hello_dl::linear(x, weight_ih, bias_ih); }

  /// The next state, from what the input gives to the gates.
  template <expression Gates, expression State>
  constexpr auto step(const Gates& gates, const State& h) const {
    constexpr dims wanted{Gates::shape_value[0], Hidden};
    static_assert(State::shape_value == wanted,
                  "gru_cell: the state must have the shape [n, hidden], with as many rows as the input");
    if constexpr (State::shape_value == wanted) {
      const auto own = hello_dl::linear(h, weight_hh, bias_hh);
      const auto rz = sigmoid(slice<1, 0, 2 * Hidden>(gates) + slice<1, 0, 2 * Hidden>(own));
      const auto r = slice<1, 0, Hidden>(rz), z = slice<1, Hidden, 2 * Hidden>(rz);
      const auto m = tanh(slice<1, 2 * Hidden, 3 * Hidden>(gates) + r * slice<1, 2 * Hidden, 3 * Hidden>(own));
      return m + z * (h - m);
    }
  }

  /// The state of `Rows` sequences that have not begun.
  template <extent Rows>
  static constexpr expr<shape<Rows, Hidden>> zeros(graph& g) {
    return {constant(g, 0, dims{Rows, Hidden})};
  }
};

}  // namespace hello_dl::nn
