// Interning: what is written twice is one node.
#include <hello_dl/graph/graph.hpp>

#include <graph/terms.hpp>

namespace {

using namespace terms;

// Equal nodes, however deep; operands of commutative operations in either order, of others in one.
static_assert(same([](auto x, auto, auto) { return sin(x); }, [](auto x, auto, auto) { return sin(x); }));
static_assert(nodes_of([](auto x, auto y, auto) { return exp(x * y) + log(x * y); }) == 4);
static_assert(nodes_of([](auto x, auto y, auto) { return exp(x * y) - exp(y * x); }) == 3);  // and the 0
static_assert(same([](auto x, auto y, auto) { return x + y; }, [](auto x, auto y, auto) { return y + x; }));
static_assert(same([](auto x, auto y, auto) { return x * y; }, [](auto x, auto y, auto) { return y * x; }));
static_assert(!same([](auto x, auto y, auto) { return x - y; }, [](auto x, auto y, auto) { return y - x; }));
static_assert(!same([](auto x, auto y, auto) { return x / y; }, [](auto x, auto y, auto) { return y / x; }));
static_assert(!same([](auto x, auto, auto) { return sin(x); }, [](auto x, auto, auto) { return cos(x); }));

// Attributes, shapes and values tell nodes apart; so does the sign of 0, which 1 / x would show.
static_assert(!same([](auto x, auto, auto) { return sum(x, 1u, false); },
                    [](auto x, auto, auto) { return sum(x, 2u, false); }, dims{3, 3}));
static_assert(!same([](auto x, auto, auto) { return broadcast_to(x, dims{2, 3}); },
                    [](auto x, auto, auto) { return broadcast_to(x, dims{4, 3}); }, dims{3}));
static_assert(same([](auto x, auto, auto) { return number(x, 2); }, [](auto x, auto, auto) { return number(x, 2); }));
static_assert(!same([](auto x, auto, auto) { return number(x, 2); }, [](auto x, auto, auto) { return number(x, 3); }));
static_assert(!same([](auto x, auto, auto) { return number(x, 0); }, [](auto x, auto, auto) { return number(x, -0.0); }));
static_assert(!same([](auto x, auto, auto) { return dl::constant(*x.graph, 2); },
                    [](auto x, auto, auto) { return dl::constant(*x.graph, 2, dims{3}); }));

// Inputs and copies are what they are, not what they look like.
static_assert(!same([](auto x, auto, auto) { return dl::input(*x.graph, 7, {}, dl::element::real, "w"); },
                    [](auto x, auto, auto) { return dl::input(*x.graph, 7, {}, dl::element::real, "w"); }));
static_assert(!same([](auto x, auto, auto) { return dl::copy_of(x); }, [](auto x, auto, auto) { return dl::copy_of(x); }));

// Every node is found again after the table has grown.
constexpr auto thousand_sums = [](auto x, auto y, auto) {
  auto sum = x;
  for (int i = 0; i < 500; ++i) sum = sin(sum + y);
  return sum;
};
static_assert(nodes_of(thousand_sums) == 1000);
static_assert(nodes_of([](auto x, auto y, auto z) { return thousand_sums(x, y, z) - thousand_sums(x, y, z); }) == 1001);

constexpr bool names_are_kept() {
  three_inputs in;
  return in.g.name(in.g[in.x.id]) == "x" && in.g.name(in.g[in.z.id]) == "z";
}
static_assert(names_are_kept());

}  // namespace
