// Inputs that do not fit the cell are one sentence.
#include <hello_dl/nn/gru_cell.hpp>
#include <hello_dl/runtime/scan.hpp>

namespace {

namespace dl = hello_dl;

template <dl::extent... Extents>
constexpr dl::expr<dl::shape<Extents...>> input{};

// error wrong_features: scan: the input must have the shape [n, time, features] with as many features as the cell takes
#ifdef wrong_features
using result = decltype(scan(dl::nn::gru_cell<4, 3>{}, input<2, 7, 5>));
#endif

// error no_time: scan: the input must have the shape [n, time, features] with as many features as the cell takes
#ifdef no_time
using result = decltype(scan(dl::nn::gru_cell<4, 3>{}, input<2, 4>));
#endif

using result = decltype(scan(dl::nn::gru_cell<4, 3>{}, input<2, 7, 4>));
static_assert(std::tuple_element_t<0, result>::shape_value == dl::dims{2, 7, 3});
static_assert(std::tuple_element_t<1, result>::shape_value == dl::dims{2, 3});

}  // namespace
