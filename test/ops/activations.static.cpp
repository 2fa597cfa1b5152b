// What activations look like that are formulas of other operations, or may be.
#include <hello_dl/expr/print.hpp>
#include <hello_dl/ops/ops.hpp>

namespace {

using hello_dl::text;

static_assert(text([](auto x) { return leaky_relu(x); }) == "where(x > 0, x, 0.01 * x)");
static_assert(text([](auto x) { return elu(x); }) == "elu(x)");
static_assert(text([](auto x) { return elu(x, 2); }) == "where(x > 0, x, 2 * elu(x))");
static_assert(text([](auto x) { return softplus(x); }) == "where(x > 20, x, -log_sigmoid(-x))");
static_assert(text([](auto x) { return softplus(x, 2); }) == "where(2 * x > 20, x, -log_sigmoid(-2 * x) / 2)");

}  // namespace
