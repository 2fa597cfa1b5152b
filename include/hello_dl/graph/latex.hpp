#pragma once
/// to_latex: a graph as formulas in LaTeX's mathematics mode (with the package amsmath).

#include <hello_dl/graph/formula_writer.hpp>

namespace hello_dl {

namespace detail {

constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Text inside \text{...}, with the characters escaped that mean something to LaTeX.
constexpr void write_latex_text(text_builder& out, std::string_view text) {
  for (const char letter : text) {
    if (std::string_view{"_#$%&{}"}.find(letter) != std::string_view::npos) out << '\\' << letter;
    else if (letter == '\\') out << "\\textbackslash{}";
    else if (letter == '~') out << "\\textasciitilde{}";
    else if (letter == '^') out << "\\textasciicircum{}";
    else out << letter;
  }
}

/// x as x, x12 as x_{12}, anything longer as \text{...}.
constexpr void write_latex_name(text_builder& out, std::string_view name) {
  std::size_t digits = 0;
  while (digits + 1 < name.size() && is_digit(name[name.size() - 1 - digits])) ++digits;
  const bool is_symbol = name.size() == digits + 1 && is_letter(name[0]);
  if (!is_symbol) {
    out << "\\text{";
    write_latex_text(out, name);
    out << '}';
  } else if (digits == 0) {
    out << name;
  } else {
    out << name[0] << "_{" << name.substr(1) << '}';
  }
}

/// From 2.5e-05.
constexpr void write_latex_power_of_ten(text_builder& out, std::string_view number) {
  const std::string_view mantissa = number.substr(0, number.find('e')), exponent = number.substr(mantissa.size() + 1);
  if (mantissa != "1") out << mantissa << " \\cdot ";
  out << "10^{" << (exponent[0] == '-' ? "-" : "") << exponent.substr(exponent.find_first_not_of("+-0")) << '}';
}

/// 2, 0.5, 2.5 \cdot 10^{-5}, \infty
constexpr void write_latex_number(text_builder& out, double value) {
  text_builder plain;
  plain << (value < 0 ? -value : value);
  const std::string_view all = plain.view();
  out << (value < 0 ? "-" : "");
  if (all == "nan") out << "\\text{nan}";
  else if (all == "inf") out << "\\infty";
  else if (all.find('e') == std::string_view::npos) out << all;
  else write_latex_power_of_ten(out, all);
}

struct latex_notation {
  static constexpr std::string_view opening = "\\left(", closing = "\\right)", equals = " &= ",
                                    next_line = " \\\\\n", begin_lines = "\\begin{aligned}\n",
                                    begin_result = "&", end_lines = "\n\\end{aligned}";
  static constexpr std::string_view calls[] = {
      "\\operatorname{#f}\\left(#n\\right)", "\\operatorname{#f}\\left(#1#*\\right)",
      "\\operatorname{#f}\\left(#1, #2#*\\right)", "\\operatorname{#f}\\left(#1, #2, #3#*\\right)",
      "\\operatorname{#f}\\left(#1, #2, #3, #4#*\\right)"};

  /// The pattern of the operation, unless that has no place for the arguments of this node.
  static constexpr formula choose(const spelling& s, const operation& op, int operand_count) {
    const bool fits = s.arguments.empty() || s.latex.find("#n") != std::string_view::npos;
    if (s.latex.empty() || !fits) return {.pattern = calls[operand_count]};
    return {.pattern = s.latex, .precedence = op.latex_precedence};
  }
  static constexpr binding precedence_of(double value) {
    text_builder plain;
    plain << value;
    return plain.view().find('e') != std::string_view::npos ? binding::product : binding::atom;
  }
  static constexpr void write_number(text_builder& out, double value) { write_latex_number(out, value); }
  static constexpr void write_name(text_builder& out, std::string_view name) { write_latex_name(out, name); }
  static constexpr void write_function(text_builder& out, std::string_view name) { write_latex_text(out, name); }
  static constexpr void write_arguments(text_builder& out, std::string_view arguments) {
    if (arguments.empty()) return;
    out << ", \\text{";
    write_latex_text(out, arguments);
    out << '}';
  }
};

}  // namespace detail

/// The formulas of `roots`; if there are several or if they share parts, which then are lines
/// `a = ...` before them, in an `aligned` environment.
constexpr vector<char> to_latex(const graph& g, const vector<term>& roots) {
  return detail::write_formulas<detail::latex_notation>(g, roots);
}
constexpr vector<char> to_latex(const graph& g, term root) { return to_latex(g, vector<term>(1, root)); }

}  // namespace hello_dl
