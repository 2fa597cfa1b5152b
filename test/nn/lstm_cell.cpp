#include <hello_dl/nn/lstm_cell.hpp>

#include <golden/nn/lstm_cell.hpp>
#include <support/check_operation.hpp>

namespace {

namespace dl = hello_dl;

/// The hidden state above the cell state.
template <dl::extent In, dl::extent Hidden>
constexpr auto cell = [](auto x, auto h, auto c, auto weight_ih, auto weight_hh, auto bias_ih, auto bias_hh) {
  constexpr dl::extent n = x.shape_value[0];
  const dl::nn::lstm_cell<In, Hidden> layer{{weight_ih}, {weight_hh}, {bias_ih}, {bias_hh}};
  const auto [next_h, next_c] = layer(x, std::tuple{h, c});
  return dl::reshape<2, n, Hidden>(concat<0>(next_h, next_c));
};

BOOST_AUTO_TEST_CASE(one_step_is_that_of_pytorch) {
  check::check_operation<golden::lstm_cell>(cell<3, 5>);
  check::check_constant<golden::lstm_cell_one>(cell<1, 1>);
}

}  // namespace
