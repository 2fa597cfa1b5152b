#pragma once
/// Constants, inputs and parameters in formulas.

#include <hello_dl/graph/formula.hpp>

namespace hello_dl::detail {

/// Constant tensors of up to this many elements are written out.
inline constexpr extent largest_written_table = 9;

/// A number with a sign binds like a product: -2 * x needs no parentheses, (-2)^x does.
template <class Notation>
constexpr formula number_formula(double value) {
  if (value < 0) return {.pattern = "-#n", .precedence = binding::product};
  return {.precedence = Notation::precedence_of(value)};
}

template <class Notation>
constexpr formula leaf_formula(const node& n) {
  if (is_constant(n)) {
    if (n.shape.rank == 0) return number_formula<Notation>(n.value);
    return {.pattern = Notation::calls[0], .name = "full"};  // as in PyTorch: full([2, 3], 0.5)
  }
  if (n.op == &record_of<table_operation> && n.shape.size() > largest_written_table)
    return {.pattern = Notation::calls[0], .name = n.op->name};
  return {};
}

/// [[1, 2], [3, 4]]
template <class Notation>
constexpr void write_table(text_builder& out, const dims& shape, const double* values) {
  for (extent i = 0; i < shape.size(); ++i) {
    out << (i > 0 ? ", " : "");
    for (int axis = 0; axis < shape.rank; ++axis)
      if (i % (shape.stride(axis) * shape[axis]) == 0) out << '[';
    Notation::write_number(out, values[i]);
    for (int axis = 0; axis < shape.rank; ++axis)
      if ((i + 1) % (shape.stride(axis) * shape[axis]) == 0) out << ']';
  }
}

template <class Notation>
constexpr void write_constant(text_builder& out, const node& n) {
  if (n.shape.rank > 0) out << n.shape << ", ";
  const bool has_sign = n.shape.rank == 0 && n.value < 0;  // then the pattern writes it
  Notation::write_number(out, has_sign ? -n.value : n.value);
}

/// What stands for `#n` in the formula of a leaf. Inputs without a name are called by their number.
template <class Notation>
constexpr void write_leaf(text_builder& out, const graph& g, const node& n) {
  const bool is_table = n.op == &record_of<table_operation>;
  if (is_constant(n)) write_constant<Notation>(out, n);
  else if (is_table && n.shape.size() > largest_written_table) out << n.shape;
  else if (is_table) write_table<Notation>(out, n.shape, g.values().begin() + n.attributes[0]);
  else if (n.name_length > 0) Notation::write_name(out, g.name(n));
  else Notation::write_name(out, (text_builder{} << n.op->name << n.attributes[0]).view());
}

}  // namespace hello_dl::detail
