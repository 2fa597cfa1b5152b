#pragma once
/// The nodes that stand for values from outside: constants, inputs and parameters.

#include <hello_dl/graph/describe.hpp>

namespace hello_dl {

/// A tensor of one repeated value (`node::value`). It takes no memory: kernels see the number.
struct constant_operation {
  static constexpr std::string_view name = "constant";
};

/// A tensor of given values, from attribute 0 on in the graph's table of values.
struct table_operation {
  static constexpr std::string_view name = "table";
};

/// An argument of the traced function; attribute 0 is its number.
struct input_operation {
  static constexpr std::string_view name = "input";
  static constexpr bool interned = false;
};

/// A tensor of the model; attribute 0 is its number, attribute 1 where it starts in the block of all, attribute 2 whether
/// it is a buffer rather than learned.
struct parameter_operation {
  static constexpr std::string_view name = "parameter";
  static constexpr bool interned = false;
};

template <> struct definition<&record_of<constant_operation>> { using type = constant_operation; };
template <> struct definition<&record_of<table_operation>> { using type = table_operation; };
template <> struct definition<&record_of<input_operation>> { using type = input_operation; };
template <> struct definition<&record_of<parameter_operation>> { using type = parameter_operation; };

constexpr bool is_constant(const node& n) { return n.op == &record_of<constant_operation>; }
constexpr bool is_constant(term t) { return is_constant((*t.graph)[t.id]); }
constexpr bool is_constant(term t, double value) {
  return is_constant(t) && (*t.graph)[t.id].value == value;
}
constexpr double constant_value(term t) { return (*t.graph)[t.id].value; }

/// Of a parameter: whether it is a buffer.
constexpr bool is_buffer(const node& n) { return n.attributes[2] != 0; }

constexpr bool is_leaf(const node& n) { return n.operand_count == 0; }

constexpr term constant(graph& g, double value, const dims& shape = {}) {
  node n;
  n.op = &record_of<constant_operation>;
  n.shape = shape;
  n.value = value;
  return g.intern(n);
}

constexpr term table(graph& g, const double* values, const dims& shape) {
  node n;
  n.op = &record_of<table_operation>;
  n.shape = shape;
  n.attributes[0] = g.add_values(values, shape.size());
  return g.intern(n);
}

constexpr term input(graph& g, int number, const dims& shape, element type, std::string_view name) {
  node n;
  n.op = &record_of<input_operation>;
  n.shape = shape;
  n.type = type;
  n.attributes[0] = number;
  g.set_name(n, name);
  return g.intern(n);
}

namespace detail {

/// The shape of an element-wise node without its operand `left_out`.
constexpr dims shape_without(const graph& g, const node& n, int left_out) {
  dims result;
  for (int k = 0; k < n.operand_count; ++k)
    if (k != left_out) result = broadcast(result, g[n.operands[k]].shape);
  return result;
}

/// A constant tensor beside operands that give the shape already is as good as its number.
constexpr void shrink_constants(graph& g, node& n) {
  for (int k = 0; k < n.operand_count; ++k) {
    const node operand = g[n.operands[k]];
    if (is_constant(operand) && operand.shape.rank > 0 && shape_without(g, n, k) == n.shape)
      n.operands[k] = constant(g, operand.value).id;
  }
}

}  // namespace detail

/// Adds a node; element-wise nodes with constant operands only become constants.
constexpr term add_folded(graph& g, node n) {
  if (n.op->element_wise && n.op->interned) {
    double values[max_operands] = {};
    bool all_constant = true;
    for (int k = 0; k < n.operand_count; ++k) {
      values[k] = g[n.operands[k]].value;
      all_constant = all_constant && is_constant(g[n.operands[k]]);
    }
    if (all_constant) return constant(g, n.op->fold(values, n.attributes), n.shape);
    detail::shrink_constants(g, n);
  }
  return g.add(n);
}

/// The term of `Op` applied to the operands, whose shapes its header has checked.
template <class Op, class... Terms>
constexpr term apply(const attributes& given, Terms... operands) {
  const term terms[] = {operands...};
  const dims shapes[] = {operands.shape()...};
  node n;
  n.op = &record_of<Op>;
  n.operand_count = sizeof...(Terms);
  n.attributes = given;
  n.type = result_type<Op>();
  for (int k = 0; k < n.operand_count; ++k) n.operands[k] = terms[k].id;
  n.shape = result_shape<Op>(given, shapes, n.operand_count);
  return add_folded(*terms[0].graph, n);
}

}  // namespace hello_dl
