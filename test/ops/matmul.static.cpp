#include <hello_dl/expr/print.hpp>
#include <hello_dl/ops/ops.hpp>

#include <string>

namespace {

namespace dl = hello_dl;
template <dl::extent... Extents>
using x = dl::expr<dl::shape<Extents...>>;

static_assert(dl::can_matmul<x<2, 3>, x<3, 4>>);
static_assert(dl::can_matmul<x<1, 1>, x<1, 1>>);
static_assert(dl::can_matmul<x<2, 3>, dl::tensor<float, 3, 1>>);
static_assert(!dl::can_matmul<x<2, 3>, x<2, 3>>);
static_assert(!dl::can_matmul<x<3>, x<3, 4>>);
static_assert(!dl::can_matmul<x<2, 3>, x<3>>);
static_assert(!dl::can_matmul<x<2, 3>, double>);
static_assert(!dl::can_matmul<std::string, x<3, 4>>);

// The axes before the last two broadcast.
static_assert(dl::can_matmul<x<7, 2, 3>, x<3, 4>>);
static_assert(dl::can_matmul<x<7, 1, 2, 3>, x<5, 3, 4>>);
static_assert(!dl::can_matmul<x<7, 2, 3>, x<5, 3, 4>>);

static_assert(decltype(matmul(x<7, 1, 2, 3>{}, x<5, 3, 4>{}))::shape_value == dl::dims{7, 5, 2, 4});

// A product with zeros is zeros.
static_assert(dl::text<dl::shape<3, 3>>([](auto a) { return a + matmul(a, 0 * a); }) == "x");
static_assert(dl::text<dl::shape<3, 3>>([](auto a) { return a + matmul(0 * a, a); }) == "x");

}  // namespace
