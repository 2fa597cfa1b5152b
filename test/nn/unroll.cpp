// What nn.GRU of PyTorch makes of a sequence.
#include <hello_dl/nn/gru_cell.hpp>

#include <golden/nn/gru_cell.hpp>
#include <support/check_operation.hpp>

namespace {

namespace dl = hello_dl;

constexpr auto outputs = [](auto x, auto weight_ih, auto weight_hh, auto bias_ih, auto bias_hh) {
  return std::get<0>(unroll(dl::nn::gru_cell<3, 2>{{weight_ih}, {weight_hh}, {bias_ih}, {bias_hh}}, x));
};

BOOST_AUTO_TEST_CASE(all_hidden_states) {
  check::check_values<golden::gru>(outputs);
  check::check_constant<golden::gru>(outputs);
  check::report(check::gradient_difference<golden::gru>(outputs), std::source_location::current());
}

}  // namespace
