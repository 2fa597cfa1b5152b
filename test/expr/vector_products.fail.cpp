// Vectors and directions of the wrong shape are one sentence.
#include <hello_dl/expr/vector_products.hpp>

#include <hello_dl/ops/ops.hpp>

namespace {

namespace dl = hello_dl;

template <dl::extent... Extents>
constexpr dl::expr<dl::shape<Extents...>> input{};

constexpr auto row_sums = [](auto x) { return dl::sum<1>(x); };

// error vector_shape: vjp: the last argument must have the shape of the function's result
#ifdef vector_shape
using product = decltype(dl::vjp(row_sums)(input<2, 3>, input<3>));
#endif

// error direction_shape: jvp: the direction must have the shape of the argument
#ifdef direction_shape
using product = decltype(dl::jvp(row_sums)(input<2, 3>, input<2>));
#endif

using vector_product = decltype(dl::vjp(row_sums)(input<2, 3>, input<2>));
using direction_product = decltype(dl::jvp(row_sums)(input<2, 3>, input<2, 3>));

}  // namespace
