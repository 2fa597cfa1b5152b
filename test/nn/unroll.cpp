// What nn.GRU and nn.LSTM of PyTorch make of a sequence.
#include <hello_dl/nn/gru_cell.hpp>
#include <hello_dl/nn/lstm_cell.hpp>

#include <golden/nn/gru_cell.hpp>
#include <golden/nn/lstm_cell.hpp>
#include <support/check_operation.hpp>

namespace {

namespace dl = hello_dl;

template <class Cell>
constexpr auto outputs = [](auto x, auto weight_ih, auto weight_hh, auto bias_ih, auto bias_hh) {
  return std::get<0>(unroll(Cell{{weight_ih}, {weight_hh}, {bias_ih}, {bias_hh}}, x));
};

/// The same: two steps, and from where they ended the third.
template <class Cell>
constexpr auto in_two_parts = [](auto x, auto weight_ih, auto weight_hh, auto bias_ih, auto bias_hh) {
  const Cell cell{{weight_ih}, {weight_hh}, {bias_ih}, {bias_hh}};
  const auto [before, state] = unroll(cell, dl::slice<1, 0, 2>(x));
  return concat<1>(before, std::get<0>(unroll(cell, dl::slice<1, 2, 3>(x), state)));
};

BOOST_AUTO_TEST_CASE(gru) {
  constexpr auto f = outputs<dl::nn::gru_cell<3, 2>>;
  check::check_values<golden::gru>(f);
  check::check_constant<golden::gru>(f);
  check::report(check::gradient_difference<golden::gru>(f), std::source_location::current());
}

BOOST_AUTO_TEST_CASE(lstm) {
  check::check_values<golden::lstm>(in_two_parts<dl::nn::lstm_cell<3, 2>>);
}

}  // namespace
