#pragma once
/// lstm_cell: one step of a long short-term memory (PyTorch: nn.LSTMCell; Hochreiter and Schmidhuber 1997,
/// "Long Short-Term Memory", with the forget gate of Gers et al. 2000, "Learning to Forget").

#include <hello_dl/nn/parameter.hpp>
#include <hello_dl/nn/unroll.hpp>

namespace hello_dl::nn {

/// From the input x [n, In] and the state, a tuple of h and c [n, Hidden], the next state:
///   i = sigmoid(W_ii x + b_ii + W_hi h + b_hi), f and o likewise, g the same with tanh,
///   c becomes f c + i g, and h is o tanh(c). The rows of weights and biases are those of i, f, g and o.
template <extent In, extent Hidden, class Initialise = init::fan_in_uniform<Hidden>>
struct lstm_cell {
  static constexpr extent input_size = In, hidden_size = Hidden;

  parameter<shape<4 * Hidden, In>, Initialise> weight_ih;
  parameter<shape<4 * Hidden, Hidden>, Initialise> weight_hh;
  parameter<shape<4 * Hidden>, Initialise> bias_ih;
  parameter<shape<4 * Hidden>, Initialise> bias_hh;

  template <expression X, class H, class C>
  constexpr auto operator()(const X& x, const std::tuple<H, C>& state) const {
    static_assert(X::shape_value.rank == 2 && X::shape_value.back(1) == In,
                  "lstm_cell: the input must have the shape [n, features] with as many features as the cell takes");
    if constexpr (X::shape_value.rank == 2 && X::shape_value.back(1) == In) return step(input_gates(x), state);
  }

  /// What the input [.., In] gives to the gates: [.., 4 Hidden].
  constexpr auto input_gates(const expression auto& x) const { return hello_dl::linear(x, weight_ih, bias_ih); }

  /// The next state, from what the input gives to the gates.
  template <expression Gates, class H, class C>
  constexpr auto step(const Gates& input, const std::tuple<H, C>& state) const {
    constexpr dims wanted{Gates::shape_value[0], Hidden};
    constexpr bool fits = H::shape_value == wanted && C::shape_value == wanted;
    static_assert(fits, "lstm_cell: the hidden state and the cell state must have the shape [n, hidden], with as many "
                        "rows as the input");
    if constexpr (fits) {
      const auto gates = input + hello_dl::linear(std::get<0>(state), weight_hh, bias_hh);
      const auto c = sigmoid(gate<1>(gates)) * std::get<1>(state) + sigmoid(gate<0>(gates)) * tanh(gate<2>(gates));
      return std::tuple{sigmoid(gate<3>(gates)) * tanh(c), c};
    }
  }

  /// The state of `Rows` sequences that have not begun.
  template <extent Rows>
  static constexpr auto zeros(graph& g) {
    const expr<shape<Rows, Hidden>> nothing{constant(g, 0, dims{Rows, Hidden})};
    return std::tuple{nothing, nothing};
  }

 private:
  template <extent Number>
  static constexpr auto gate(const expression auto& gates) {
    return slice<1, Number * Hidden, (Number + 1) * Hidden>(gates);
  }
};

}  // namespace hello_dl::nn
