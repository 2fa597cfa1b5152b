// Constants: element-wise formulas of them are computed at once, and beside a tensor a number is enough.
#include <hello_dl/graph/leaves.hpp>

#include <graph/terms.hpp>

namespace {

using namespace terms;

template <class Formula>
constexpr double constant_of(Formula formula) {
  three_inputs in;
  const term result = formula(number(in.x, 2), number(in.x, 3));
  return is_constant(result) ? dl::constant_value(result) : -1;
}
static_assert(constant_of([](auto two, auto three) { return two * three + two; }) == 8);
static_assert(constant_of([](auto two, auto three) { return pow(two, three) / (two - three); }) == -8);
static_assert(constant_of([](auto two, auto three) { return where(greater(two, three), two, three * three); }) == 9);
static_assert(constant_of([](auto two, auto) { return sin(two - two); }) == 0);
static_assert(constant_of([](auto two, auto) { return sum(broadcast_to(two, dims{3, 5}), 3u, false); }) == 30);
static_assert(constant_of([](auto two, auto) { return dl::copy_of(two); }) == -1);  // a copy stands in memory

// Constant tensors of equal shape make a constant of that shape.
static_assert(shape_of([](auto x, auto, auto) {
                return dl::constant(*x.graph, 1, dims{3, 1}) + dl::constant(*x.graph, 2, dims{5});
              }) == dims{3, 5});

// Beside x [3], a constant of shape [3] is its number; of shape [2, 3] it gives the result its shape.
constexpr term plus_constant(term x, const dims& shape) { return x + dl::constant(*x.graph, 7, shape); }
constexpr auto plus_number = [](auto x, auto, auto) { return x + number(x, 7); };
static_assert(same([](auto x, auto, auto) { return plus_constant(x, dims{3}); }, plus_number, dims{3}));
static_assert(!same([](auto x, auto, auto) { return plus_constant(x, dims{2, 3}); }, plus_number, dims{3}));

// Tables keep their values.
constexpr bool table_is_kept() {
  dl::graph g;
  const double values[] = {1, 2, 3, 4};
  dl::table(g, values, dims{2});
  const term second = dl::table(g, values + 1, dims{3});
  return g[second.id].attributes[0] == 2 && g.values().size() == 5 && g.values()[2] == 2 && g.values()[4] == 4;
}
static_assert(table_is_kept());

}  // namespace
