#pragma once
/// What users compute with: a handle whose type carries the shape and whose value names a node of
/// the graph under construction. Handles are copied freely; they own nothing and refer to no
/// temporary, so `auto` is always safe.

#include <hello_dl/expr/tensor.hpp>
#include <hello_dl/graph/leaves.hpp>

#include <concepts>
#include <type_traits>

namespace hello_dl {

template <class Shape, element Type = element::real>
struct expr {
  using shape_type = Shape;
  static constexpr dims shape_value = Shape::value;
  static constexpr element type = Type;
  hello_dl::term term;
};

namespace detail {
template <class Shape, element Type>
std::true_type derives_from_expr(const expr<Shape, Type>*);
std::false_type derives_from_expr(const void*);
template <class T>
inline constexpr bool is_tensor = false;
template <class T, extent... Extents>
inline constexpr bool is_tensor<tensor<T, Extents...>> = true;
}  // namespace detail

/// A handle, or something derived from one, such as a parameter.
template <class T>
concept expression = decltype(detail::derives_from_expr(static_cast<std::remove_cvref_t<T>*>(nullptr)))::value;

/// What else may stand in a formula: a number or a tensor of numbers; it becomes a constant.
template <class T>
concept constant_operand = std::is_arithmetic_v<std::remove_cvref_t<T>> || detail::is_tensor<std::remove_cvref_t<T>>;

template <class T>
concept operand = expression<T> || constant_operand<T>;

/// A formula's operands: at least one handle among them, so that the graph is known.
template <class... Ts>
concept formula = (expression<Ts> || ...);

namespace detail {

template <class T>
constexpr dims operand_shape() {
  if constexpr (expression<T>) return T::shape_value;
  else if constexpr (is_tensor<T>) return T::shape_type::value;
  else return dims{};
}

template <class T>
constexpr graph* graph_of(const T& x) {
  if constexpr (expression<T>) return x.term.graph;
  else return nullptr;
}

/// The operand as a term of `g`.
template <class T>
constexpr term lift(graph& g, const T& x) {
  if constexpr (expression<T>) {
    return x.term;
  } else if constexpr (is_tensor<T>) {
    double values[static_cast<std::size_t>(T::size())];
    for (extent i = 0; i < T::size(); ++i) values[i] = static_cast<double>(x[i]);
    return table(g, values, T::shape_type::value);
  } else {
    return constant(g, static_cast<double>(x));
  }
}

template <class... Ts>
constexpr graph& common_graph(const Ts&... xs) {
  graph* found = nullptr;
  ((found = found != nullptr ? found : graph_of(xs)), ...);
  return *found;
}

/// The shape that `Op` gives for operands of these types.
template <class Op, attributes Attributes, class... Ts>
constexpr dims shape_for() {
  const dims shapes[] = {operand_shape<Ts>()...};
  return result_shape<Op>(Attributes, shapes, sizeof...(Ts));
}

}  // namespace detail

/// The handle for `Op` applied to operands that its header has checked.
template <class Op, attributes Attributes = attributes{}, class... Ts>
constexpr auto make_expr(const Ts&... operands) {
  graph& g = detail::common_graph(operands...);
  constexpr dims shape = detail::shape_for<Op, Attributes, Ts...>();
  using result = expr<shape_from<shape>, result_type<Op>()>;
  return result{apply<Op>(Attributes, detail::lift(g, operands)...)};
}

}  // namespace hello_dl
