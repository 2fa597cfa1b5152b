#pragma once
/// How formulas write one node. A pattern is text with places: `#1` to `#4` for the operands, `#f`
/// for the name, `#n` for the arguments besides the operands, `#*` for these after a comma.

#include <hello_dl/graph/graph.hpp>
#include <hello_dl/graph/text_builder.hpp>

namespace hello_dl {

/// Begins as the operation's record says; the operation's `spell` may change it for a node.
struct spelling {
  std::string_view name;
  std::string_view text;   ///< a pattern; empty: a call, name(#1, #2)
  std::string_view latex;  ///< likewise
  text_builder arguments;

  /// Adds an argument, `name=value`; without a name only the value.
  template <class T>
  constexpr void add(std::string_view argument, const T& value) {
    arguments << (arguments.empty() ? "" : ", ") << argument << (argument.empty() ? "" : "=") << value;
  }
};

constexpr spelling spell(const graph& g, const node& n) {
  spelling s{n.op->name, n.op->text, n.op->latex, {}};
  if (n.op->spell != nullptr) n.op->spell(g, n, s);
  return s;
}

}  // namespace hello_dl
