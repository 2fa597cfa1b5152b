// Rules that make derivatives read like formulas: multiples of one term meet, numbers gather in front.
#include <graph/terms.hpp>

namespace {

using namespace terms;

constexpr auto twice_x = [](auto x, auto, auto) { return 2 * x; };
constexpr auto x_minus_twice_y = [](auto x, auto y, auto) { return x - 2 * y; };

// Multiples of one term.
static_assert(same([](auto x, auto, auto) { return x + x; }, twice_x));
static_assert(same([](auto x, auto, auto) { return x + 0.5 * x + 0.5 * x; }, twice_x));
static_assert(same([](auto x, auto, auto) { return -x - x; }, [](auto x, auto, auto) { return -2 * x; }));
static_assert(same([](auto x, auto y, auto) { return y * x + 3 * (x * y); }, [](auto x, auto y, auto) { return 4 * (x * y); }));
static_assert(same([](auto x, auto y, auto) { return x - y - y; }, x_minus_twice_y));
static_assert(same([](auto x, auto y, auto) { return -y + x - y; }, x_minus_twice_y));
static_assert(same([](auto x, auto y, auto) { return x + y + x; }, [](auto x, auto y, auto) { return 2 * x + y; }));
static_assert(same([](auto x, auto y, auto) { return x - y + x; }, [](auto x, auto y, auto) { return 2 * x - y; }));

// Terms that would cancel stay: such formulas may be meant to find a rounding error.
static_assert(nodes_of([](auto x, auto y, auto) { return x + y - x; }) == 2);
static_assert(nodes_of([](auto x, auto y, auto) { return x - y + y; }) == 2);

// Sums of negative terms are differences.
static_assert(same([](auto x, auto y, auto) { return x + -2 * y; }, x_minus_twice_y));
static_assert(same([](auto x, auto y, auto) { return -2 * y + x; }, x_minus_twice_y));
static_assert(same([](auto x, auto, auto) { return x + -3; }, [](auto x, auto, auto) { return x - number(x, 3); }));
static_assert(same([](auto x, auto y, auto) { return y - -2 * x; }, [](auto x, auto y, auto) { return y + 2 * x; }));
static_assert(same([](auto x, auto y, auto) { return y + -2 / x; }, [](auto x, auto y, auto) { return y - 2 / x; }));
static_assert(same([](auto x, auto, auto) { return -(-2 * x); }, twice_x));

// Numbers in products and quotients.
static_assert(same([](auto x, auto, auto) { return 8 * x / number(x, 4); }, twice_x));
static_assert(same([](auto x, auto, auto) { return 8 * (x / number(x, 4)); }, twice_x));
static_assert(same([](auto x, auto y, auto) { return 2 * x / y; }, [](auto x, auto y, auto) { return 2 * (x / y); }));
static_assert(same([](auto x, auto y, auto) { return x / number(x, 3) * y; },
                   [](auto x, auto y, auto) { return x * y / number(x, 3); }));

// A divisor does not move to where it would divide more elements.
static_assert(nodes_of([](auto x, auto, auto) { return sum(x, 1u, true) / number(x, 3) * x; }, dims{4}) == 4);
static_assert(same([](auto x, auto, auto) { return sum(x, 1u, true) / number(x, 3) * x; },
                   [](auto x, auto, auto) { return x * (sum(x, 1u, true) / number(x, 3)); }, dims{4}));

}  // namespace
