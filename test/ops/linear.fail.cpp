#include <hello_dl/ops/ops.hpp>

namespace dl = hello_dl;
template <dl::extent... Extents>
constexpr dl::expr<dl::shape<Extents...>> input{};

// error other_features: linear: the operands must have the shapes [.., in], [out, in] and [out]
#ifdef other_features
using result = decltype(linear(input<2, 5>, input<3, 4>, input<3>));
#endif

// error no_batch: linear: the operands must have the shapes [.., in], [out, in] and [out]
#ifdef no_batch
using result = decltype(linear(input<4>, input<3, 4>, input<3>));
#endif

// error other_bias: linear: the operands must have the shapes [.., in], [out, in] and [out]
#ifdef other_bias
using result = decltype(linear(input<2, 4>, input<3, 4>, input<4>));
#endif

static_assert(decltype(linear(input<5, 2, 4>, input<3, 4>, input<3>))::shape_value == dl::dims{5, 2, 3});
