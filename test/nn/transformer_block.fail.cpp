#include <hello_dl/hello_dl.hpp>

namespace dl = hello_dl;
template <dl::extent... Extents>
constexpr dl::expr<dl::shape<Extents...>> input{};
using block = dl::nn::transformer_block<6, 3, 8>;

// error no_time: transformer_block: the input must have the shape [n, time, features] with as many features as the block takes
#ifdef no_time
using result = decltype(block{}(input<7, 6>));
#endif

// error other_features: transformer_block: the input must have the shape [n, time, features] with as many features as the block takes
#ifdef other_features
using result = decltype(block{}(input<2, 7, 5>));
#endif

static_assert(decltype(block{}(input<2, 7, 6>))::shape_value == dl::dims{2, 7, 6});
