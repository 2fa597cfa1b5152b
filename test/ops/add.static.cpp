// Which operands element-wise operations take.
#include <hello_dl/ops/ops.hpp>

#include <string>

namespace {

namespace dl = hello_dl;
template <dl::extent... Extents>
using x = dl::expr<dl::shape<Extents...>>;

static_assert(dl::broadcastable<x<>, x<2, 3>>);
static_assert(dl::broadcastable<x<2, 3>, x<3>>);
static_assert(dl::broadcastable<x<2, 1>, x<3>, x<7, 1, 1>>);
static_assert(dl::broadcastable<x<2, 3>, float>);
static_assert(dl::broadcastable<dl::tensor<int, 2, 1>, x<2, 3>>);
static_assert(!dl::broadcastable<x<2, 3>, x<2>>);
static_assert(!dl::broadcastable<x<2, 3>, dl::tensor<int, 2>>);
static_assert(!dl::broadcastable<x<2, 1>, x<3>, x<4>>);
static_assert(!dl::broadcastable<x<2, 3>, std::string>);
static_assert(!dl::broadcastable<x<2, 3>, const double*>);

static_assert(decltype(x<2, 1>{} + x<7, 1, 3>{})::shape_value == dl::dims{7, 2, 3});
static_assert(decltype(x<2>{} > 0)::type == dl::element::boolean);

}  // namespace
