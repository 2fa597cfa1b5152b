#include <hello_dl/graph/differentiate.hpp>
#include <hello_dl/graph/dot.hpp>

#include "terms.hpp"

namespace {

namespace dl = hello_dl;
using dl::term;
using terms::three_inputs;

constexpr bool contains(const dl::vector<char>& text, std::string_view part) {
  return dl::view(text).find(part) != std::string_view::npos;
}
constexpr int count(const dl::vector<char>& text, std::string_view part) {
  int found = 0;
  for (std::size_t at = dl::view(text).find(part); at != std::string_view::npos; at = dl::view(text).find(part, at + 1))
    ++found;
  return found;
}

// One statement for each node, one for each operand, nothing else.
constexpr bool draws_a_formula() {
  three_inputs in;
  const dl::vector<char> drawn = dl::to_dot(in.g, in.x * dl::sin(in.x));
  return dl::view(drawn) == R"(digraph {
  graph [ordering=in];
  node [style=filled, fontname="Helvetica"];
  n0 [label="x", shape=box, fillcolor="#fff2b3"];
  n3 [label="sin", shape=ellipse, fillcolor="#d6e6ff"];
  n0 -> n3;
  n4 [label="*", shape=ellipse, fillcolor="#d6e6ff", peripheries=2];
  n0 -> n4;
  n3 -> n4;
}
)";
}
static_assert(draws_a_formula());

// What only the gradient needs has the second colour; what the formula needs keeps the first.
constexpr bool colours_gradients() {
  three_inputs in;
  const dl::vector<term> x(1, in.x), y(1, in.x * dl::sin(in.x));
  const dl::vector<term> slope = dl::vector_jacobian_product(y[0], dl::constant(in.g, 1), x);
  const dl::vector<char> alone = dl::to_dot(in.g, y), both = dl::to_dot(in.g, y, slope);
  return count(alone, "#d6e6ff") == 2 && count(alone, "#ffd6cc") == 0 &&  // sin, *
         count(both, "#d6e6ff") == 2 && count(both, "#ffd6cc") == 3 &&    // cos, *, +
         count(alone, "->") == 3 && count(both, "->") == 8 && count(both, "peripheries") == 2;
}
static_assert(colours_gradients());

// Kinds of nodes have their own shapes; tensors tell theirs.
constexpr bool tells_kinds_apart() {
  dl::graph g;
  const term x = dl::input(g, 0, dl::dims{2, 3}, dl::element::real, "x");
  dl::node n;
  n.op = &dl::record_of<dl::parameter_operation>;
  n.shape = dl::dims{4, 3};
  g.set_name(n, "hidden.weight");
  const term w = g.intern(n);
  const dl::vector<char> drawn = dl::to_dot(g, dl::sum(2.0 * dl::matmul(x, w, false, true), 0b10u, false));
  return contains(drawn, R"([label="x\n[2, 3]", shape=box,)") &&
         contains(drawn, R"([label="hidden.weight\n[4, 3]", shape=house,)") &&
         contains(drawn, R"([label="2", shape=plaintext,)") &&
         contains(drawn, R"([label="· @ transpose(·)\n[2, 4]", shape=ellipse,)") &&
         contains(drawn, R"([label="sum\naxes=[1]\n[2]", shape=ellipse,)");
}
static_assert(tells_kinds_apart());

// Every use of a constant is drawn by itself; a shape that a reshape names is not repeated.
constexpr bool draws_constants_for_each_use() {
  three_inputs in{dl::dims{2, 3}};
  const dl::vector<char> drawn = dl::to_dot(in.g, dl::reshape(2.0 * dl::exp(2.0 * in.x), dl::dims{6}));
  return count(drawn, R"([label="2", shape=plaintext)") == 2 && contains(drawn, R"([label="reshape\n[6]", )");
}
static_assert(draws_constants_for_each_use());

// A name cannot leave its label.
constexpr bool escapes_names() {
  dl::graph g;
  const dl::vector<char> drawn = dl::to_dot(g, dl::input(g, 0, {}, dl::element::real, "\"x\\\n"));
  return contains(drawn, R"([label="\"x\\\n", )");
}
static_assert(escapes_names());

}  // namespace
