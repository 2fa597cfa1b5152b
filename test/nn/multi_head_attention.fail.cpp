// Inputs and sizes that do not fit multi-head attention are one sentence.
#include <hello_dl/hello_dl.hpp>

namespace {

namespace dl = hello_dl;

template <dl::extent... Extents>
constexpr dl::expr<dl::shape<Extents...>> input{};
using layer = dl::nn::multi_head_attention<6, 3>;

// error no_time: multi_head_attention: the input must have the shape [n, time, features] with as many features as the layer takes
#ifdef no_time
using result = decltype(layer{}(input<2, 6>));
#endif

// error other_features: multi_head_attention: the input must have the shape [n, time, features] with as many features as the layer takes
#ifdef other_features
using result = decltype(layer{}.attention_weights(input<2, 7, 5>));
#endif

// error uneven_heads: multi_head_attention: the number of features must be a multiple of the number of heads
#ifdef uneven_heads
using result = decltype(dl::nn::multi_head_attention<6, 4>::in_proj_bias);
#endif

static_assert(decltype(layer{}(input<2, 7, 6>))::shape_value == dl::dims{2, 7, 6});
static_assert(decltype(layer{}.attention_weights(input<2, 7, 6>))::shape_value == dl::dims{2, 3, 7, 7});

}  // namespace
