#pragma once
/// A node about to be written as a formula, and where its operands need parentheses.

#include <hello_dl/graph/leaves.hpp>
#include <hello_dl/graph/spelling.hpp>

namespace hello_dl::detail {

/// `#n` in a pattern stands for the arguments of an operation, the text of a leaf, or the name of a line.
struct formula {
  enum class kind : unsigned char { operation, leaf, line };

  int id = -1;
  kind what = kind::operation;
  std::string_view pattern = "#n";
  binding precedence = binding::atom;
  std::string_view name{};
  const operation* op = nullptr;

  constexpr bool starts_with_operand() const { return pattern.starts_with("#1"); }
  constexpr bool starts_with_minus() const { return pattern.starts_with('-'); }
};

/// A place for an operand in a pattern, `at` pointing to its '#'.
struct operand_place {
  const formula& parent;
  std::size_t at;

  constexpr bool is_first() const { return at == 0; }
  constexpr bool is_last() const { return at + 2 == parent.pattern.size(); }
  /// Whether brackets or commas set it apart, so that it needs no parentheses.
  constexpr bool is_enclosed() const {
    const std::string_view before = parent.pattern.substr(0, at);
    return before.ends_with('(') || before.ends_with('{') || before.ends_with('|') || before.ends_with("#1, ") ||
           before.ends_with("#2, ") || before.ends_with("#3, ");
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

}  // namespace hello_dl::detail
