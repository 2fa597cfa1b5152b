#pragma once
/// to_text: a graph as formulas that read like source code.

#include <hello_dl/graph/formula_writer.hpp>

namespace hello_dl {

namespace detail {
struct text_notation {
  static constexpr std::string_view opening = "(", closing = ")", equals = " = ", next_line = "\n", begin_lines = "",
                                    begin_result = "", end_lines = "";
  static constexpr std::string_view calls[] = {"#f(#n)", "#f(#1#*)", "#f(#1, #2#*)", "#f(#1, #2, #3#*)",
                                               "#f(#1, #2, #3, #4#*)"};

  static constexpr formula choose(const spelling& s, const operation& op, int operand_count) {
    if (s.text.empty()) return {.pattern = calls[operand_count]};
    return {.pattern = s.text, .precedence = op.precedence};
  }
  static constexpr binding precedence_of(double) { return binding::atom; }
  static constexpr void write_number(text_builder& out, double value) { out << value; }
  static constexpr void write_name(text_builder& out, std::string_view name) { out << name; }
  static constexpr void write_function(text_builder& out, std::string_view name) { out << name; }
  static constexpr void write_arguments(text_builder& out, std::string_view arguments) {
    out << (arguments.empty() ? "" : ", ") << arguments;
  }
};
}  // namespace detail

/// The formulas of `roots`, one line each; before them, lines `a = ...` for what they share. All
/// lines together are as long as the graph is large.
constexpr vector<char> to_text(const graph& g, const vector<term>& roots) {
  return detail::write_formulas<detail::text_notation>(g, roots);
}
constexpr vector<char> to_text(const graph& g, term root) { return to_text(g, vector<term>(1, root)); }

}  // namespace hello_dl
