#pragma once
/// Writes nodes of a graph as formulas, with as few parentheses as the patterns of their operations
/// need. What differs between plain text and LaTeX comes from a `Notation`.

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
    stack_.push_back({full_formula(id)});
    while (!stack_.empty()) step();
  }
  /// Writes the name of a node that has a line of its own, and other nodes in full.
  constexpr void write_reference(int id) {
    if (lines_.line_of[id] < 0) write(id);
    else write_line_name(id);
  }

 private:
  struct frame {
    formula what;
    bool parentheses = false;
    bool followed = false;   ///< by something that would be read as part of the argument in `sin x`
    std::size_t at = 0;
  };

  constexpr formula full_formula(int id) const {
    const node& n = graph_[id];
    formula f;
    if (is_leaf(n)) {
      f = leaf_formula<Notation>(n);
      f.what = formula::kind::leaf;
    } else {
      const spelling s = spell(graph_, n);
      f = Notation::choose(s, *n.op, n.operand_count);
      f.name = s.name;
    }
    f.id = id;
    f.op = n.op;
    return f;
  }
  constexpr formula operand_formula(int id) const {
    if (lines_.line_of[id] < 0) return full_formula(id);
    return {.id = id, .what = formula::kind::line};
  }
  constexpr formula first_operand(const formula& f) const { return operand_formula(graph_[f.id].operands[0]); }

  constexpr void step() {
    frame& top = stack_.back();
    const std::string_view rest = top.what.pattern.substr(top.at);
    if (rest.empty()) return close();
    if (rest[0] != '#') {
      const std::string_view letters = rest.substr(0, rest.find('#'));
      out_ << letters;
      top.at += letters.size();
    } else {
      top.at += 2;
      write_place(top, rest[1]);
    }
  }
  constexpr void write_place(const frame& top, char place) {
    if (place == 'f') Notation::write_function(out_, top.what.name);
    else if (place == 'n') write_own(top.what);
    else if (place == '*') Notation::write_arguments(out_, spell(graph_, graph_[top.what.id]).arguments.view());
    else open(top, graph_[top.what.id].operands[place - '1']);
  }
  constexpr void write_own(const formula& f) {
    if (f.what == formula::kind::line) write_line_name(f.id);
    else if (f.what == formula::kind::leaf) write_leaf<Notation>(out_, graph_, graph_[f.id]);
    else out_ << spell(graph_, graph_[f.id]).arguments.view();
  }
  constexpr void write_line_name(int id) {
    Notation::write_name(out_, line_name(lines_.names[lines_.line_of[id]]).view());
  }

  constexpr void open(const frame& parent, int id) {
    const operand_place place{parent.what, parent.at - 2};
    frame f{operand_formula(id)};
    const bool ambiguous = parent.followed && parent.what.precedence == binding::application;
    f.parentheses = !place.is_enclosed() && (ambiguous || needs_parentheses(place, f.what));
    if (!f.parentheses && !place.is_enclosed())
      f.followed = place.is_last() ? parent.followed : parent.what.precedence == binding::product;
    if (f.parentheses) out_ << Notation::opening;
    stack_.push_back(f);
  }
  constexpr void close() {
    if (stack_.back().parentheses) out_ << Notation::closing;
    stack_.pop_back();
  }

  constexpr bool needs_parentheses(const operand_place& place, const formula& operand) const {
    if (operand.precedence < place.loosest(operand)) return true;
    return !place.is_first() && begins_with_minus(operand);
  }
  /// Whether a minus sign is the first character of a formula.
  constexpr bool begins_with_minus(formula f) const {
    while (f.starts_with_operand()) {
      const formula first = first_operand(f);
      if (first.precedence < operand_place{f, 0}.loosest(first)) return false;
      f = first;
    }
    return f.starts_with_minus();
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
