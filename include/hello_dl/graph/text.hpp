#pragma once
/// to_text: a graph as formulas that read like source code.

#include <hello_dl/graph/formula.hpp>

namespace hello_dl {
namespace detail {

/// Constant tensors of up to this many elements are written out.
inline constexpr int largest_written_table = 9;

/// [[1, 2], [3, 4]], each number written by `write_number`.
template <class WriteNumber>
constexpr void write_table(text_builder& out, const dims& shape, const double* values, WriteNumber write_number) {
  for (extent i = 0; i < shape.size(); ++i) {
    if (i > 0) out << ", ";
    for (int axis = 0; axis < shape.rank; ++axis)
      if (i % (shape.stride(axis) * shape[axis]) == 0) out << '[';
    write_number(out, values[i]);
    for (int axis = 0; axis < shape.rank; ++axis)
      if ((i + 1) % (shape.stride(axis) * shape[axis]) == 0) out << ']';
  }
}

/// A constant, an input or a parameter.
template <class Notation>
constexpr formula leaf_formula(const graph& g, const node& n) {
  formula f;
  if (is_constant(n) && n.shape.rank == 0) {
    Notation::write_number(f.arguments, n.value);
    f.precedence = n.value < 0 ? binding::product : binding::atom;
  } else if (is_constant(n)) {
    f = {.pattern = "full(#n)", .arguments = text_builder{} << n.shape << ", " << n.value};
  } else if (n.op == &record_of<table_operation> && n.shape.size() <= largest_written_table) {
    write_table(f.arguments, n.shape, g.values().begin() + n.attributes[0], Notation::write_number);
  } else if (n.op == &record_of<table_operation>) {
    f = {.pattern = "table(#n)", .arguments = text_builder{} << n.shape};
  } else if (n.name_length == 0) {
    Notation::write_name(f.arguments, (text_builder{} << n.op->name << extent{n.attributes[0]}).view());
  } else {
    Notation::write_name(f.arguments, g.name(n));
  }
  return f;
}

struct text_notation {
  static constexpr std::string_view opening = "(", closing = ")";
  static constexpr std::string_view calls[] = {"#f(#n)", "#f(#1#*)", "#f(#1, #2#*)", "#f(#1, #2, #3#*)",
                                               "#f(#1, #2, #3, #4#*)"};

  static constexpr formula choose(const spelling& s, const operation& op, int operand_count) {
    if (s.text.empty()) return {.pattern = calls[operand_count], .precedence = binding::atom};
    return {.pattern = s.text, .precedence = op.precedence};
  }
  static constexpr formula leaf(const graph& g, const node& n) { return leaf_formula<text_notation>(g, n); }
  static constexpr void write_number(text_builder& out, double value) { out << value; }
  static constexpr void write_name(text_builder& out, std::string_view name) { out << name; }
  static constexpr void write_function(text_builder& out, std::string_view name) { out << name; }
  static constexpr void write_arguments(text_builder& out, std::string_view arguments) {
    if (!arguments.empty()) out << ", " << arguments;
  }
};

}  // namespace detail

/// The formulas of `roots`, one line each; before them, lines `a = ...` for what they share. All
/// lines together are as long as the graph is large.
constexpr vector<char> to_text(const graph& g, const vector<term>& roots) {
  const detail::formula_lines lines = detail::find_lines(g, roots);
  text_builder out;
  detail::formula_writer<detail::text_notation> writer{g, lines, out};
  for (const int id : lines.nodes) {
    writer.write_reference(id);
    out << " = ";
    writer.write(id);
    out << '\n';
  }
  for (extent i = 0; i < roots.size(); ++i) {
    out << (i > 0 ? "\n" : "");
    writer.write_reference(roots[i].id);
  }
  return out.letters();
}

constexpr vector<char> to_text(const graph& g, term root) { return to_text(g, vector<term>(1, root)); }

}  // namespace hello_dl
