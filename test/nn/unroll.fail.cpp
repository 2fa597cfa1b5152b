// Inputs and states that do not fit a recurrent cell are one sentence.
#include <hello_dl/hello_dl.hpp>

namespace {

namespace dl = hello_dl;

template <dl::extent... Extents>
constexpr dl::expr<dl::shape<Extents...>> input{};
using gru = dl::nn::gru_cell<4, 3>;
using lstm = dl::nn::lstm_cell<4, 3>;

// error no_time: unroll: the input must have the shape [n, time, features] with as many features as the cell takes
#ifdef no_time
using result = decltype(unroll(gru{}, input<2, 4>));
#endif

// error sequence_of_other_features: unroll: the input must have the shape [n, time, features] with as many features as the cell takes
#ifdef sequence_of_other_features
using result = decltype(unroll(lstm{}, input<2, 7, 5>));
#endif

// error gru_features: gru_cell: the input must have the shape [n, features] with as many features as the cell takes
#ifdef gru_features
using result = decltype(gru{}(input<2, 5>, input<2, 3>));
#endif

// error gru_state: gru_cell: the state must have the shape [n, hidden], with as many rows as the input
#ifdef gru_state
using result = decltype(gru{}(input<2, 4>, input<1, 3>));
#endif

// error lstm_features: lstm_cell: the input must have the shape [n, features] with as many features as the cell takes
#ifdef lstm_features
using result = decltype(lstm{}(input<2, 7, 4>, std::tuple{input<2, 3>, input<2, 3>}));
#endif

// error lstm_state: lstm_cell: the hidden state and the cell state must have the shape [n, hidden], with as many rows as the input
#ifdef lstm_state
using result = decltype(lstm{}(input<2, 4>, std::tuple{input<2, 3>, input<2, 4>}));
#endif

// error other_rows: gru_cell: the state must have the shape [n, hidden], with as many rows as the input
#ifdef other_rows
using result = decltype(unroll(gru{}, input<2, 7, 4>, input<1, 3>));
#endif

using of_gru = decltype(unroll(gru{}, input<2, 7, 4>, input<2, 3>));
static_assert(std::tuple_element_t<0, of_gru>::shape_value == dl::dims{2, 7, 3});
static_assert(std::tuple_element_t<1, of_gru>::shape_value == dl::dims{2, 3});
using of_lstm = decltype(unroll(lstm{}, input<2, 7, 4>));
static_assert(std::tuple_element_t<0, of_lstm>::shape_value == dl::dims{2, 7, 3});
static_assert(std::tuple_size_v<std::tuple_element_t<1, of_lstm>> == 2);

}  // namespace
