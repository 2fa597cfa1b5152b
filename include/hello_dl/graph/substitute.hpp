#pragma once
/// Substitution: the same formulas with some of their inputs replaced.

#include <hello_dl/graph/leaves.hpp>

namespace hello_dl {

/// `roots` with each term of `from` replaced by the term of `to` at the same place.
constexpr vector<term> substitute(const vector<term>& roots, const vector<term>& from,
                                  const vector<term>& to) {
  vector<term> result;
  if (roots.empty()) return result;
  graph& g = *roots[0].graph;
  const int end = g.size();
  vector<int> image;
  for (int id = 0; id < end; ++id) image.push_back(id);
  for (extent i = 0; i < from.size(); ++i) image[from[i].id] = to[i].id;
  for (int id = 0; id < end; ++id) {
    bool changed = false;
    for (int k = 0; k < g[id].operand_count; ++k)
      changed = changed || image[g[id].operands[k]] != g[id].operands[k];
    if (!changed) continue;
    node n = g[id];
    for (int k = 0; k < n.operand_count; ++k) n.operands[k] = image[n.operands[k]];
    image[id] = add_folded(g, n).id;
  }
  for (const term root : roots) result.push_back({&g, image[root.id]});
  return result;
}

}  // namespace hello_dl
