// What nn.LSTM of PyTorch makes of a sequence, also of one that is cut in two.
#include <hello_dl/nn/lstm_cell.hpp>

#include <golden/nn/lstm_cell.hpp>
#include <support/check_operation.hpp>

namespace {

namespace dl = hello_dl;

/// Two steps, and from where they ended the third.
constexpr auto outputs = [](auto x, auto weight_ih, auto weight_hh, auto bias_ih, auto bias_hh) {
  const dl::nn::lstm_cell<3, 2> cell{{weight_ih}, {weight_hh}, {bias_ih}, {bias_hh}};
  const auto [before, state] = unroll(cell, dl::slice<1, 0, 2>(x));
  return concat<1>(before, std::get<0>(unroll(cell, dl::slice<1, 2, 3>(x), state)));
};

BOOST_AUTO_TEST_CASE(all_hidden_states) {
  check::check_values<golden::lstm>(outputs);
  check::report(check::gradient_difference<golden::lstm>(outputs), std::source_location::current());
}

}  // namespace
