#include <hello_dl/nn/gru_cell.hpp>

#include <golden/nn/gru_cell.hpp>
#include <support/check_operation.hpp>

namespace {

namespace dl = hello_dl;

template <dl::extent In, dl::extent Hidden>
constexpr auto cell = [](auto x, auto h, auto weight_ih, auto weight_hh, auto bias_ih, auto bias_hh) {
  return dl::nn::gru_cell<In, Hidden>{{weight_ih}, {weight_hh}, {bias_ih}, {bias_hh}}(x, h);
};

BOOST_AUTO_TEST_CASE(one_step_is_that_of_pytorch) {
  check::check_operation<golden::gru_cell>(cell<3, 5>);
  check::check_constant<golden::gru_cell_one>(cell<1, 1>);
}

}  // namespace
