// Inputs that do not fit a linear layer are one sentence.
#include <hello_dl/nn/linear.hpp>

namespace {

namespace dl = hello_dl;

template <dl::extent... Extents>
constexpr dl::expr<dl::shape<Extents...>> input{};

// error wrong_features: linear: the input must have the shape [.., features] with as many features as the layer takes
#ifdef wrong_features
using result = decltype(dl::nn::linear<4, 3>{}(input<2, 5>));
#endif

// error no_batch: linear: the input must have the shape [.., features] with as many features as the layer takes
#ifdef no_batch
using result = decltype(dl::nn::linear<4, 3>{}(input<4>));
#endif

static_assert(decltype(dl::nn::linear<4, 3>{}(input<2, 4>))::shape_value == dl::dims{2, 3});
static_assert(decltype(dl::nn::linear<4, 3>{}(input<5, 2, 4>))::shape_value == dl::dims{5, 2, 3});

}  // namespace
