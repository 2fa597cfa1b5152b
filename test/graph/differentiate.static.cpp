// Reverse mode on graphs: it stays as small as the function it derives.
#include <hello_dl/graph/differentiate.hpp>

#include <graph/terms.hpp>

namespace {

using namespace terms;

/// The gradients of `formula` with respect to x, y and z in their graph.
struct gradients {
  three_inputs in;
  dl::vector<term> of;
  term value;

  template <class Formula>
  constexpr gradients(Formula formula, const dims& shape = {}) : in{shape}, value{formula(in.x, in.y, in.z)} {
    dl::vector<term> sources;
    for (const term source : {in.x, in.y, in.z}) sources.push_back(source);
    of = vector_jacobian_product(value, dl::constant(in.g, 1, value.shape()), sources);
  }
  gradients(const gradients&) = delete;
};

// The derivative of a formula is a formula, written with the nodes that are there already.
constexpr bool of_product() {
  const gradients g{[](auto x, auto y, auto) { return sin(x * y); }};
  const term slope = cos(g.in.x * g.in.y);
  return g.of[0] == slope * g.in.y && g.of[1] == slope * g.in.x;
}
static_assert(of_product());

// Where nothing flows the gradient is zeros of the right shape.
constexpr bool of_unused() {
  const gradients g{[](auto x, auto, auto z) { return x + dl::detach(z); }, dims{3}};
  return is_constant(g.of[0], 1) && is_constant(g.of[1], 0) && is_constant(g.of[2], 0) && g.of[2].shape() == dims{3};
}
static_assert(of_unused());

// A gradient has the shape of its source, wherever that was stretched.
constexpr bool of_stretched() {
  const gradients g{[](auto x, auto y, auto) { return broadcast_to(x, dims{5, 2, 3}) * reshape(y, dims{1, 3}); }, dims{1, 3}};
  return g.of[0].shape() == dims{1, 3} && g.of[1].shape() == dims{1, 3};
}
static_assert(of_stretched());

// A node that is used several times is derived once: contributions meet before they flow on.
static_assert([] {
  const gradients g{[](auto x, auto, auto) { return exp(sin(x)) * sin(x); }};
  int cosines = 0;
  for (int id = 0; id < g.in.g.size(); ++id) cosines += g.in.g[id].op->name == "cos";
  return cosines;
}() == 1);

// x = x * x + x, forty times over, has 2^40 paths and 80 nodes.
template <int Links>
constexpr auto forked = [](auto x, auto, auto) {
  for (int i = 0; i < Links; ++i) x = x * x + x;
  return x;
};
static_assert(nodes_of(forked<40>) == 80);

/// How many nodes the graph has when the derivative of order `Order` is written.
template <int Links, int Order>
constexpr int nodes_with_derivative = [] {
  gradients g{forked<Links>};
  term derivative = g.of[0];
  for (int order = 1; order < Order; ++order)
    derivative = vector_jacobian_product(derivative, dl::constant(g.in.g, 1), dl::vector<term>(1, g.in.x))[0];
  return g.in.g.size();
}();

// Beside the function, each link writes g x, g + g x, 2 g x and g + 2 g x, where g is the gradient so
// far; beside the links there are three inputs and the numbers 1 and 2.
static_assert(nodes_with_derivative<40, 1> == 6 * 40 + 5);

// The derivative of the derivative is linear as well: ten more links always cost the same.
static_assert(nodes_with_derivative<40, 2> - nodes_with_derivative<30, 2> ==
              nodes_with_derivative<30, 2> - nodes_with_derivative<20, 2>);
static_assert(nodes_with_derivative<40, 2> < 1000);

}  // namespace
