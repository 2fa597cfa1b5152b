// A cell over a sequence as a loop: the values and gradients of PyTorch's nn.GRU and nn.LSTM.
#include <hello_dl/nn/gru_cell.hpp>
#include <hello_dl/nn/lstm_cell.hpp>
#include <hello_dl/runtime/inspect.hpp>
#include <hello_dl/runtime/scan.hpp>

#include <golden/nn/gru_cell.hpp>
#include <golden/nn/lstm_cell.hpp>
#include <runtime/batches.hpp>
#include <support/check_operation.hpp>

namespace {

namespace dl = hello_dl;

constexpr auto gru = [](auto x, auto weight_ih, auto weight_hh, auto bias_ih, auto bias_hh) {
  return std::get<0>(scan(dl::nn::gru_cell<3, 2>{{weight_ih}, {weight_hh}, {bias_ih}, {bias_hh}}, x));
};

BOOST_AUTO_TEST_CASE(of_a_gru) {
  check::check_values<golden::gru>(gru);
  check::check_constant<golden::gru>(gru);
  check::report(check::gradient_difference<golden::gru>(gru), std::source_location::current());
}

/// Two steps, and from where they ended the third.
constexpr auto lstm = [](auto x, auto weight_ih, auto weight_hh, auto bias_ih, auto bias_hh) {
  const dl::nn::lstm_cell<3, 2> cell{{weight_ih}, {weight_hh}, {bias_ih}, {bias_hh}};
  const auto [before, state] = scan(cell, dl::slice<1, 0, 2>(x));
  return concat<1>(before, std::get<0>(scan(cell, dl::slice<1, 2, 3>(x), state)));
};

BOOST_AUTO_TEST_CASE(of_an_lstm_that_is_cut_in_two) {
  check::check_values<golden::lstm>(lstm);
  check::report(check::gradient_difference<golden::lstm>(lstm), std::source_location::current());
}

/// A cell of one's own, without parameters: h becomes h / 2 + x.
struct halving_cell {
  static constexpr dl::extent input_size = 3, hidden_size = 3;
  static constexpr auto input_gates(const dl::expression auto& x) { return x; }
  static constexpr auto step(const auto& x, const auto& h) { return 0.5 * h + x; }
  template <dl::extent Rows>
  static constexpr dl::expr<dl::shape<Rows, 3>> zeros(dl::graph& g) {
    return {dl::constant(g, 0, dl::dims{Rows, 3})};
  }
};

constexpr dl::extent rows = 2, time = 331;
constexpr auto last_state = [](auto x) { return std::get<1>(scan(halving_cell{}, x)); };
constexpr auto all_states = [](auto x) { return sum(std::get<0>(scan(halving_cell{}, x))); };

BOOST_AUTO_TEST_CASE(of_a_long_sequence) {
  const std::vector<double> numbers = batches::reals<double>(rows * time * 3);
  dl::tensor<double, rows, time, 3> x{};
  std::copy(numbers.begin(), numbers.end(), x.data());
  const auto last = dl::evaluate(last_state, x);
  for (dl::extent row = 0; row < rows; ++row)
    for (dl::extent i = 0; i < 3; ++i) {
      double expected = 0;
      for (dl::extent t = 0; t < time; ++t) expected = expected / 2 + x[(row * time + t) * 3 + i];
      BOOST_TEST(std::abs(last[row * 3 + i] - expected) < 1e-14);
    }
  // x[t] counts in all states from t on, half as much in each: 2 - 2^(t - time + 1).
  const auto gradient = dl::evaluate(dl::gradient(all_states), x);
  for (dl::extent t = 0; t < time; ++t) BOOST_TEST(std::abs(gradient[t * 3] - (2 - std::pow(2.0, static_cast<double>(t - time + 1)))) < 1e-14);
}

// The compiler keeps one node for all steps.
static_assert(dl::node_count<dl::shape<rows, time, 3>>(all_states) == dl::node_count<dl::shape<rows, 5, 3>>(all_states));

}  // namespace
