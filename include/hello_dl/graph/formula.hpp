#pragma once
/// Writes nodes of a graph as formulas, with as few parentheses as the patterns of their operations
/// need. What differs between plain text and LaTeX comes from a `Notation`.

#include <hello_dl/graph/formula_lines.hpp>
#include <hello_dl/graph/spelling.hpp>

namespace hello_dl::detail {

/// A node about to be written: the pattern of its operation or, of a leaf, just `#n`.
struct formula {
  std::string_view pattern = "#n";
  binding precedence = binding::atom;
  std::string_view name{};
  text_builder arguments{};
  const operation* op = nullptr;   ///< null for leaves and for names of lines

  constexpr bool starts_with_operand() const { return pattern.starts_with("#1"); }
  constexpr bool starts_with_minus() const {
    return pattern == "#n" ? arguments.view().starts_with('-') : pattern.starts_with('-');
  }
};

/// A place for an operand in a pattern, `at` pointing to its '#'.
struct operand_place {
  const formula& parent;
  std::size_t at;

  constexpr bool is_first() const { return at == 0; }
  constexpr bool is_last() const { return at + 2 == parent.pattern.size(); }
  /// Whether brackets or commas set it apart, so that it needs no parentheses.
  constexpr bool is_enclosed() const {
    const std::size_t before = parent.pattern.find_last_not_of(' ', at - 1);
    return at > 0 && std::string_view{"({|,"}.find(parent.pattern[before]) != std::string_view::npos;
  }
  constexpr bool is_base() const { return !is_last() && parent.pattern[at + 2] == '^'; }
  constexpr bool is_exponent() const { return at > 0 && parent.pattern[at - 1] == '^'; }

  /// The loosest binding that needs no parentheses here: a - b - c is (a - b) - c, a^b^c is a^(b^c),
  /// and where the order does not matter, a + (b + c) is a + b + c.
  constexpr binding loosest(const formula& operand) const {
    if (is_base()) return binding::atom;
    const bool regroups = operand.op == parent.op && parent.op->commutative;
    const int tighter = is_first() || is_exponent() || regroups ? 0 : 1;
    return static_cast<binding>(static_cast<int>(parent.precedence) + tighter);
  }
};

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
    if (is_leaf(n)) return Notation::leaf(graph_, n);
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

}  // namespace hello_dl::detail
