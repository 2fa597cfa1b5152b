#include <hello_dl/graph/text.hpp>

#include "formulas.hpp"

namespace {

namespace dl = hello_dl;

BOOST_AUTO_TEST_CASE(at_run_time_as_in_constant_expressions) {
  for (const auto& f : formulas::of_scalars) BOOST_TEST(dl::view(formulas::as_text(f, {})) == f.text);
  for (const auto& f : formulas::of_matrices) BOOST_TEST(dl::view(formulas::as_text(f, dl::dims{2, 3})) == f.text);
}

/// x, x^2 + x, (x^2 + x)^2 + x^2 + x, ...: as a tree, each step doubles it.
dl::term residual(dl::term x, int steps) {
  for (int i = 0; i < steps; ++i) x = x * x + x;
  return x;
}

BOOST_AUTO_TEST_CASE(shared_parts_keep_the_text_as_short_as_the_graph) {
  for (const int steps : {10, 40, 1000}) {
    dl::graph g;
    const dl::term y = residual(dl::input(g, 0, {}, dl::element::real, "x"), steps);
    BOOST_TEST(g.size() == 2 * steps + 1);
    BOOST_TEST(dl::to_text(g, y).size() < 40 * steps);
  }
}

BOOST_AUTO_TEST_CASE(formulas_may_be_deeper_than_any_stack) {
  dl::graph g;
  const dl::term x = dl::input(g, 0, {}, dl::element::real, "x");
  dl::term y = x;
  constexpr int depth = 200'000;
  for (int i = 0; i < depth; ++i) y = dl::sin(y);
  BOOST_TEST(dl::to_text(g, y).size() == 5 * depth + 1);
}

}  // namespace
