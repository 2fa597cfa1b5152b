#pragma once
/// to_dot: a graph as a drawing for Graphviz (dot -Tsvg).

#include <hello_dl/graph/prune.hpp>
#include <hello_dl/graph/text.hpp>

namespace hello_dl {
namespace detail {

/// How kinds of nodes look: arguments from outside stand in boxes, what is learned in houses,
/// constants without a border, operations in ellipses; nodes of a gradient have a colour of their own.
constexpr std::string_view dot_style(const node& n, bool of_gradient) {
  if (n.op == &record_of<input_operation>) return "shape=box, fillcolor=\"#fff2b3\"";
  if (n.op == &record_of<parameter_operation>) return "shape=house, fillcolor=\"#cdeac0\"";
  if (is_leaf(n)) return "shape=plaintext, fillcolor=white";
  return of_gradient ? "shape=ellipse, fillcolor=\"#ffd6cc\"" : "shape=ellipse, fillcolor=\"#d6e6ff\"";
}

/// The operation's sign: its pattern without operands. Where brackets would be left empty, points stand
/// for the operands: · @ transpose(·).
constexpr void write_dot_sign(text_builder& out, const spelling& s) {
  const bool has_brackets = s.text.find('(') != std::string_view::npos;
  for (std::size_t i = 0; i < s.text.size(); ++i) {
    if (s.text[i] != '#') {
      if (has_brackets || s.text[i] != ' ') out << s.text[i];
      continue;
    }
    ++i;
    if (s.text[i] == 'n') out << s.arguments.view();
    else if (has_brackets) out << "·";
  }
}

constexpr void write_dot_operation(text_builder& out, const spelling& s) {
  if (!s.text.empty()) return write_dot_sign(out, s);
  out << s.name << (s.arguments.empty() ? "" : "\n") << s.arguments.view();
}

constexpr void write_dot_leaf(text_builder& out, const graph& g, const node& n) {
  const std::string_view name = leaf_formula<text_notation>(n).name;
  if (is_constant(n)) out << n.value;
  else if (!name.empty()) out << name;
  else write_leaf<text_notation>(out, g, n);
}

/// What a node computes and, unless it is a scalar, its shape.
constexpr text_builder dot_label(const graph& g, const node& n) {
  text_builder label;
  if (is_leaf(n)) write_dot_leaf(label, g, n);
  else write_dot_operation(label, spell(g, n));
  text_builder shape;
  shape << '\n' << n.shape;
  if (n.shape.rank > 0 && !label.view().ends_with(shape.view())) label << shape.view();
  return label;
}

constexpr void write_dot_string(text_builder& out, std::string_view text) {
  out << '"';
  for (const char letter : text) {
    if (letter == '\n') out << "\\n";
    else if (letter == '"' || letter == '\\') out << '\\' << letter;
    else out << letter;
  }
  out << '"';
}

constexpr vector<char> reached_by(const graph& g, const vector<term>& roots) {
  vector<output> outputs;
  for (const term root : roots) outputs.push_back({root});
  return reachable(g, outputs);
}

struct dot_writer {
  const graph& g;
  vector<char> forward;
  vector<char> results;   ///< drawn with a double border
  text_builder out{};

  constexpr void write_node(int id, std::string_view suffix) {
    const node& n = g[id];
    out << "  n" << id << suffix << " [label=";
    write_dot_string(out, dot_label(g, n).view());
    out << ", " << dot_style(n, !forward[id]) << (results[id] ? ", peripheries=2" : "") << "];\n";
  }
  /// A constant is drawn once for each use: its long edges would tell nothing.
  constexpr void write_edge(int id, int k) {
    const int operand = g[id].operands[k];
    text_builder suffix;
    if (is_constant(g[operand])) {
      suffix << '_' << id << '_' << k;
      write_node(operand, suffix.view());
    }
    out << "  n" << operand << suffix.view() << " -> n" << id << ";\n";
  }
  constexpr void write(int id) {
    if (!is_constant(g[id]) || results[id]) write_node(id, "");
    for (int k = 0; k < g[id].operand_count; ++k) write_edge(id, k);
  }
};

}  // namespace detail

/// What `roots` compute, as a directed graph; and in a second colour what `gradients` add to that.
constexpr vector<char> to_dot(const graph& g, const vector<term>& roots, const vector<term>& gradients = {}) {
  const vector<char> backward = detail::reached_by(g, gradients);
  detail::dot_writer writer{g, detail::reached_by(g, roots), vector<char>(g.size(), 0)};
  for (const term root : roots) writer.results[root.id] = 1;
  for (const term root : gradients) writer.results[root.id] = 1;
  writer.out << "digraph {\n  graph [ordering=in];\n  node [style=filled, fontname=\"Helvetica\"];\n";
  for (int id = 0; id < g.size(); ++id)
    if (writer.forward[id] || backward[id]) writer.write(id);
  writer.out << "}\n";
  return writer.out.letters();
}
constexpr vector<char> to_dot(const graph& g, term root) { return to_dot(g, vector<term>(1, root)); }

}  // namespace hello_dl
