#pragma once
/// Small graphs of terms, for the tests of what the graph does while it is written.

#include <hello_dl/ops/ops.hpp>

namespace terms {

namespace dl = hello_dl;
using dl::dims;
using dl::term;

/// A graph with inputs x, y and z of one shape.
struct three_inputs {
  dl::graph g{};
  term x, y, z;
  constexpr explicit three_inputs(const dims& shape = {})
      : x{dl::input(g, 0, shape, dl::element::real, "x")},
        y{dl::input(g, 1, shape, dl::element::real, "y")},
        z{dl::input(g, 2, shape, dl::element::real, "z")} {}
};

/// Whether two formulas of x, y and z, written into one graph, are the same node.
template <class Left, class Right>
constexpr bool same(Left left, Right right, const dims& shape = {}) {
  three_inputs in{shape};
  return left(in.x, in.y, in.z) == right(in.x, in.y, in.z);
}

/// How many nodes a formula adds to the graph.
template <class Formula>
constexpr int nodes_of(Formula formula, const dims& shape = {}) {
  three_inputs in{shape};
  const int before = in.g.size();
  formula(in.x, in.y, in.z);
  return in.g.size() - before;
}

/// The shape of a formula's result.
template <class Formula>
constexpr dims shape_of(Formula formula, const dims& shape = {}) {
  three_inputs in{shape};
  return formula(in.x, in.y, in.z).shape();
}

}  // namespace terms
