#include <hello_dl/graph/dot.hpp>

#include <algorithm>

#include "terms.hpp"

namespace {

namespace dl = hello_dl;

BOOST_AUTO_TEST_CASE(the_drawing_is_as_large_as_the_graph) {
  for (const int steps : {1, 40, 1000}) {
    dl::graph g;
    dl::term y = dl::input(g, 0, {}, dl::element::real, "x");
    for (int i = 0; i < steps; ++i) y = y * y + y;
    const dl::vector<char> drawn = dl::to_dot(g, y);
    const int frame = 4, nodes = 2 * steps + 1, edges = 4 * steps;
    BOOST_TEST(std::count(drawn.begin(), drawn.end(), '\n') == frame + nodes + edges);
  }
}

BOOST_AUTO_TEST_CASE(what_no_result_needs_is_not_drawn) {
  terms::three_inputs in;
  static_cast<void>(dl::exp(in.y));
  const dl::vector<char> drawn = dl::to_dot(in.g, dl::sin(in.x));
  BOOST_TEST(dl::view(drawn).find("exp") == std::string_view::npos);
  BOOST_TEST(dl::view(drawn).find("\"y\"") == std::string_view::npos);
}

}  // namespace
