#pragma once
/// Which nodes get a line of their own when a graph is written as formulas. A graph shares its nodes
/// and a formula cannot: written out, x = x * x + x forty times over would have 2^40 terms. So a node
/// that is used more than once, and is not small, is written once and named.

#include <hello_dl/graph/leaves.hpp>
#include <hello_dl/graph/text_builder.hpp>

namespace hello_dl::detail {

/// Shared formulas of up to this many nodes are simply repeated.
inline constexpr int largest_repeated = 8;

/// The nodes with a line of their own in the order in which they are computed, and their names.
struct formula_lines {
  vector<int> nodes;
  vector<int> line_of;   ///< for each node its place in `nodes`, or -1
  vector<int> names;     ///< for each line the number of its name
};

/// How often each node is used by those that the roots need, and by the roots.
constexpr vector<int> count_uses(const graph& g, const vector<term>& roots) {
  vector<int> uses(g.size(), 0);
  for (const term root : roots) ++uses[root.id];
  for (int id = g.size() - 1; id >= 0; --id)
    for (int k = 0; uses[id] > 0 && k < g[id].operand_count; ++k) ++uses[g[id].operands[k]];
  return uses;
}

/// a, b, c, ..., a1, b1, ...: without the letters that are taken for numbers or usual arguments.
constexpr text_builder line_name(int number) {
  constexpr std::string_view letters = "abcdfghkmnpqrst";
  constexpr int count = static_cast<int>(letters.size());
  text_builder name;
  name << letters[static_cast<std::size_t>(number % count)];
  if (number >= count) name << extent{number / count};
  return name;
}

/// The inputs and parameters, whose names no line may have.
constexpr vector<int> find_named(const graph& g) {
  vector<int> named;
  for (int id = 0; id < g.size(); ++id)
    if (g[id].name_length > 0) named.push_back(id);
  return named;
}

constexpr bool is_taken(const graph& g, const vector<int>& named, std::string_view name) {
  for (const int id : named)
    if (g.name(g[id]) == name) return true;
  return false;
}

constexpr formula_lines find_lines(const graph& g, const vector<term>& roots) {
  const vector<int> uses = count_uses(g, roots);
  const vector<int> named = find_named(g);
  vector<int> size(g.size(), 1);
  formula_lines lines{{}, vector<int>(g.size(), -1), {}};
  int next_name = 0;
  for (int id = 0; id < g.size(); ++id) {
    for (int k = 0; k < g[id].operand_count; ++k) size[id] += size[g[id].operands[k]];
    if (uses[id] < 2 || size[id] <= largest_repeated) continue;
    while (is_taken(g, named, line_name(next_name).view())) ++next_name;
    lines.line_of[id] = static_cast<int>(lines.nodes.size());
    lines.nodes.push_back(id);
    lines.names.push_back(next_name++);
    size[id] = 1;
  }
  return lines;
}

}  // namespace hello_dl::detail
