#pragma once
/// Writes nodes of a graph as formulas, with as few parentheses as the patterns of their operations
/// need. What differs between plain text and LaTeX comes from a `Notation`.

#include <hello_dl/graph/formula.hpp>
#include <hello_dl/graph/formula_leaves.hpp>
#include <hello_dl/graph/formula_lines.hpp>

namespace hello_dl::detail {

template <class Notation>
class formula_writer {
 public:
  constexpr formula_writer(const graph& g, const formula_lines& lines, text_builder& out)
      : graph_{g}, lines_{lines}, out_{out} {}

  /// Writes node `id` in full, even if it has a line of its own. A loop, since graphs may be deeper
  /// than compilers let constant expressions recur.
  constexpr void write(int id) {
    open({id, operation_formula(id)});
    while (!stack_.empty()) step();
  }
  /// Writes the name of a node that has a line of its own, and other nodes in full.
  constexpr void write_reference(int id) {
    if (lines_.line_of[id] < 0) return write(id);
    Notation::write_name(out_, line_name_of(id).view());
  }

 private:
  struct frame {
    int id = -1;
    formula what{};
    bool parentheses = false;
    bool followed = false;   ///< by something that would be read as part of the argument in `sin x`
    std::size_t at = 0;
  };

  constexpr text_builder line_name_of(int id) const { return line_name(lines_.names[lines_.line_of[id]]); }

  constexpr formula operation_formula(int id) const {
    const node& n = graph_[id];
    if (is_leaf(n)) return leaf_formula<Notation>(graph_, n);
    const spelling s = spell(graph_, n);
    formula f = Notation::choose(s, *n.op, n.operand_count);
    f.name = s.name;
    f.arguments = s.arguments;
    f.op = n.op;
    return f;
  }
  constexpr formula operand_formula(int id) const {
    if (lines_.line_of[id] < 0) return operation_formula(id);
    formula f;
    Notation::write_name(f.arguments, line_name_of(id).view());
    return f;
  }

  constexpr void open(const frame& f) {
    if (f.parentheses) out_ << Notation::opening;
    stack_.push_back(f);
  }
  constexpr void step() {
    frame& top = stack_.back();
    const std::string_view rest = top.what.pattern.substr(top.at);
    if (rest.empty()) return close();
    if (rest[0] != '#') {
      const std::size_t length = rest.find('#');
      out_ << rest.substr(0, length);
      top.at += length < rest.size() ? length : rest.size();
      return;
    }
    top.at += 2;
    if (rest[1] == 'f') Notation::write_function(out_, top.what.name);
    else if (rest[1] == 'n') out_ << top.what.arguments.view();
    else if (rest[1] == '*') Notation::write_arguments(out_, top.what.arguments.view());
    else open_operand(top.at - 2, graph_[top.id].operands[rest[1] - '1']);
  }
  constexpr void close() {
    if (stack_.back().parentheses) out_ << Notation::closing;
    stack_.pop_back();
  }

  constexpr void open_operand(std::size_t at, int id) {
    const frame& parent = stack_.back();
    const operand_place place{parent.what, at};
    frame f{id, operand_formula(id)};
    const bool ambiguous = parent.followed && parent.what.precedence == binding::application;
    f.parentheses = !place.is_enclosed() && (ambiguous || needs_parentheses(place, f));
    if (!f.parentheses && !place.is_enclosed())
      f.followed = place.is_last() ? parent.followed : parent.what.precedence == binding::product;
    open(f);
  }

  constexpr bool needs_parentheses(const operand_place& place, const frame& operand) const {
    if (operand.what.precedence < place.loosest(operand.what)) return true;
    return !place.is_first() && starts_with_minus(operand);
  }
  /// Whether the first character of a formula is a minus sign.
  constexpr bool starts_with_minus(frame f) const {
    while (f.what.starts_with_operand()) {
      const int first = graph_[f.id].operands[0];
      const frame next{first, operand_formula(first)};
      if (next.what.precedence < operand_place{f.what, 0}.loosest(next.what)) return false;
      f = next;
    }
    return f.what.starts_with_minus();
  }

  const graph& graph_;
  const formula_lines& lines_;
  text_builder& out_;
  vector<frame> stack_;
};

/// One line for each shared node, then one for each root.
template <class Notation>
constexpr vector<char> write_formulas(const graph& g, const vector<term>& roots) {
  const formula_lines lines = find_lines(g, roots);
  const bool several = lines.nodes.size() + roots.size() > 1;
  text_builder out;
  formula_writer<Notation> writer{g, lines, out};
  out << (several ? Notation::begin_lines : "");
  for (const int id : lines.nodes) {
    writer.write_reference(id);
    out << Notation::equals;
    writer.write(id);
    out << Notation::next_line;
  }
  for (extent i = 0; i < roots.size(); ++i) {
    out << (i > 0 ? Notation::next_line : "") << (several ? Notation::begin_result : "");
    writer.write_reference(roots[i].id);
  }
  out << (several ? Notation::end_lines : "");
  return out.letters();
}

}  // namespace hello_dl::detail
