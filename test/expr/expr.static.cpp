// Handles: small values with their shape in the type.
#include <hello_dl/expr/expr.hpp>

#include <hello_dl/ops/ops.hpp>

namespace {

namespace dl = hello_dl;

template <dl::extent... Extents>
using real = dl::expr<dl::shape<Extents...>>;

static_assert(std::is_trivially_copyable_v<real<2, 3>> && sizeof(real<2, 3>) == sizeof(dl::term));

// The shape of a formula is known from the types alone.
static_assert(std::is_same_v<decltype(real<2, 3>{} + real<3>{}), real<2, 3>>);
static_assert(std::is_same_v<decltype(sin(real<2, 3>{}) * 2), real<2, 3>>);
static_assert(std::is_same_v<decltype(matmul(real<2, 3>{}, real<3, 4>{})), real<2, 4>>);
static_assert(std::is_same_v<decltype(dl::tensor<float, 4, 1>{} - real<3>{}), real<4, 3>>);
static_assert(decltype(real<2>{} < real<3, 1>{})::type == dl::element::boolean);

// What may stand in a formula.
static_assert(dl::operand<real<3>> && dl::operand<double> && dl::operand<int> && dl::operand<dl::tensor<float, 3>>);
static_assert(!dl::operand<const char*> && !dl::operand<void>);
static_assert(dl::formula<real<3>, double> && !dl::formula<double, double>);
static_assert(dl::broadcastable<real<2, 3>, real<3>> && !dl::broadcastable<real<2, 3>, real<2>>);

}  // namespace
