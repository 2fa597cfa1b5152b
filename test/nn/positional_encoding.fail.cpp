#include <hello_dl/hello_dl.hpp>

namespace dl = hello_dl;
template <dl::extent... Extents>
constexpr dl::expr<dl::shape<Extents...>> input{};

// error no_time: positional_encoding: the input must have the shape [.., time, features]
#ifdef no_time
using result = decltype(dl::nn::positional_encoding{}(input<6>));
#endif

static_assert(decltype(dl::nn::positional_encoding{}(input<7, 6>))::shape_value == dl::dims{7, 6});
static_assert(decltype(dl::nn::positional_encoding{}(input<2, 7, 6>))::shape_value == dl::dims{2, 7, 6});
