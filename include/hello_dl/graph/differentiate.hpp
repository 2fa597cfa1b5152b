#pragma once
/// Reverse mode: walks the graph once from the result to the inputs and writes the gradient as more
/// nodes of the same graph (the vector-Jacobian product of Baydin et al. 2018, "Automatic
/// differentiation in machine learning: a survey", section 3.2).

#include <hello_dl/graph/leaves.hpp>

namespace hello_dl {

// The two operations that differentiation itself needs; ops/arithmetic.hpp and ops/sum.hpp define them.
constexpr term operator+(term a, term b);
constexpr term sum_to(term t, const dims& shape);

namespace detail {

/// depends[id]: whether node `id` depends on any of `sources`.
constexpr vector<char> dependents(const graph& g, int end, const vector<term>& sources) {
  vector<char> depends(end, 0);
  for (const term source : sources)
    if (source.id < end) depends[source.id] = 1;
  for (int id = 0; id < end; ++id) {
    const node& n = g[id];
    for (int k = 0; k < n.operand_count; ++k)
      if (depends[n.operands[k]]) depends[id] = 1;
  }
  return depends;
}

constexpr void accumulate(vector<term>& gradients, int id, term contribution) {
  term& sum = gradients[id];
  sum = sum ? sum + contribution : contribution;
}

/// Hands the gradient at node `id` on to its operands.
constexpr void propagate(graph& g, int id, const vector<char>& depends, vector<term>& gradients) {
  const node n = g[id];
  if (n.op->derivative == nullptr) return;
  for (int k = 0; k < n.operand_count; ++k) {
    const int operand = n.operands[k];
    if (!depends[operand]) continue;
    const dims shape = g[operand].shape;  // a copy: adding nodes may move the table
    const term contribution = n.op->derivative({g, id}, k, gradients[id]);
    if (contribution) accumulate(gradients, operand, sum_to(contribution, shape));
  }
}

}  // namespace detail

/// The gradients of sum(seed * y) with respect to `sources`, one term each, of the source's shape.
/// `seed` has the shape of y. A source that y does not depend on gets zeros.
constexpr vector<term> vector_jacobian_product(term y, term seed, const vector<term>& sources) {
  graph& g = *y.graph;
  const int end = y.id + 1;
  const vector<char> depends = detail::dependents(g, end, sources);
  vector<char> is_source(end, 0);
  for (const term source : sources)
    if (source.id < end) is_source[source.id] = 1;
  vector<term> gradients(end);
  gradients[y.id] = seed;
  for (int id = y.id; id >= 0; --id)
    if (gradients[id] && depends[id] && !is_source[id]) detail::propagate(g, id, depends, gradients);
  vector<term> result;
  for (const term source : sources) {
    const bool reached = source.id < end && gradients[source.id];
    result.push_back(reached ? gradients[source.id] : constant(g, 0, source.shape()));
  }
  return result;
}

}  // namespace hello_dl
