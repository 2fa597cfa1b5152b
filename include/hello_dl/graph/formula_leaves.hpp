#pragma once
/// Constants, inputs and parameters in formulas.

#include <hello_dl/graph/formula.hpp>

namespace hello_dl::detail {

/// Constant tensors of up to this many elements are written out.
inline constexpr extent largest_written_table = 9;

/// [[1, 2], [3, 4]]
template <class Notation>
constexpr void write_table(text_builder& out, const dims& shape, const double* values) {
  for (extent i = 0; i < shape.size(); ++i) {
    out << (i > 0 ? ", " : "");
    for (int axis = 0; axis < shape.rank; ++axis)
      if (i % (shape.stride(axis) * shape[axis]) == 0) out << '[';
    out << Notation::number(values[i]).arguments.view();
    for (int axis = 0; axis < shape.rank; ++axis)
      if ((i + 1) % (shape.stride(axis) * shape[axis]) == 0) out << ']';
  }
}

/// A tensor of one repeated number as in PyTorch, full([2, 3], 0.5).
template <class Notation>
constexpr formula full_formula(const node& n) {
  formula f{.pattern = Notation::calls[0], .name = "full"};
  f.arguments << n.shape << ", " << Notation::number(n.value).arguments.view();
  return f;
}

template <class Notation>
constexpr formula table_formula(const graph& g, const node& n) {
  formula f;
  if (n.shape.size() <= largest_written_table) {
    write_table<Notation>(f.arguments, n.shape, g.values().begin() + n.attributes[0]);
  } else {
    f.pattern = Notation::calls[0];
    f.name = n.op->name;
    f.arguments << n.shape;
  }
  return f;
}

/// Inputs without a name are called by their number.
template <class Notation>
constexpr formula named_formula(const graph& g, const node& n) {
  formula f;
  if (n.name_length > 0) Notation::write_name(f.arguments, g.name(n));
  else Notation::write_name(f.arguments, (text_builder{} << n.op->name << n.attributes[0]).view());
  return f;
}

template <class Notation>
constexpr formula leaf_formula(const graph& g, const node& n) {
  if (is_constant(n)) return n.shape.rank == 0 ? Notation::number(n.value) : full_formula<Notation>(n);
  if (n.op == &record_of<table_operation>) return table_formula<Notation>(g, n);
  return named_formula<Notation>(g, n);
}

}  // namespace hello_dl::detail
