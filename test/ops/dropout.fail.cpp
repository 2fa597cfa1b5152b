// A probability that is none is one sentence.
#include <hello_dl/ops/ops.hpp>

namespace {

namespace dl = hello_dl;

constexpr dl::expr<dl::shape<3>> x{};

// error too_large: dropout: p must be a probability, from 0 to 1
#ifdef too_large
using result = decltype(dl::dropout<dl::dropout_options{.p = 1.5}>(x));
#endif

// error negative: dropout: p must be a probability, from 0 to 1
#ifdef negative
using result = decltype(dl::dropout<dl::dropout_options{.p = -0.5}>(x));
#endif

static_assert(decltype(dl::dropout<dl::dropout_options{.p = 0.25}>(x))::shape_value == dl::dims{3});

}  // namespace
