#pragma once
/// derivative and gradient: functions from functions to functions. Called with handles they write the
/// derivative into the graph; called with numbers or tensors they evaluate it. The result is again
/// such a function, so derivatives of any order are taken by saying it again.

#include <hello_dl/expr/arguments.hpp>
#include <hello_dl/graph/differentiate.hpp>

namespace hello_dl {

constexpr term stack_rows(const vector<term>& rows, const dims& shape);   // ops/concat.hpp
constexpr term element_at(term x, extent i);                              // ops/slice.hpp

namespace detail {

constexpr dims joined(const dims& outer, const dims& inner) {
  dims result = outer;
  for (int axis = 0; axis < inner.rank; ++axis) result.push_back(inner[axis]);
  return result;
}

/// The gradient of a scalar y, or the Jacobian of a tensor y: one row for each element of y.
constexpr vector<term> gradients(term y, const vector<term>& sources) {
  if (y.shape().rank == 0) return vector_jacobian_product(y, constant(*y.graph, 1), sources);
  vector<vector<term>> rows;
  for (extent i = 0; i < y.shape().size(); ++i)
    rows.push_back(gradients(element_at(y, i), sources));
  vector<term> result;
  for (extent s = 0; s < sources.size(); ++s) {
    vector<term> column;
    for (const vector<term>& row : rows) column.push_back(row[s]);
    result.push_back(stack_rows(column, joined(y.shape(), sources[s].shape())));
  }
  return result;
}

}  // namespace detail

/// The function that maps arguments to the derivatives of `f` with respect to those numbered
/// `Arguments` (from 0 on; all of them if none is named). Of a scalar function: the gradient, in the
/// shape of the argument. Of a tensor function: the Jacobian, of shape output + argument. Of a
/// function with several results: theirs, one after another.
template <class F, int... Arguments>
struct gradient_of {
  [[no_unique_address]] F f;

  template <class... Xs>
  constexpr auto operator()(const Xs&... xs) const {
    if constexpr (!formula<Xs...>) return evaluate(*this, xs...);
    else if constexpr (sizeof...(Arguments) > 0) return trace<Arguments...>(xs...);
    else return trace_all(std::make_integer_sequence<int, sizeof...(Xs)>{}, xs...);
  }

 private:
  template <int... I, class... Xs>
  constexpr auto trace_all(std::integer_sequence<int, I...>, const Xs&... xs) const {
    return trace<I...>(xs...);
  }
  template <int... I, class... Xs>
  constexpr auto trace(const Xs&... xs) const {
    detail::fresh_arguments<F, Xs...> arguments{xs...};
    vector<term> sources;
    (sources.push_back(arguments.fresh[I]), ...);
    return trace_result<detail::nth<I, Xs...>...>(std::apply(f, arguments.handles), arguments, sources);
  }
  template <class... Sources, class Y>
  static constexpr auto trace_result(const Y& y, const auto& arguments, const vector<term>& sources) {
    return detail::pack<
        expr<shape_from<detail::joined(Y::shape_value, detail::operand_shape<Sources>())>>...>(
        arguments.resolve(detail::gradients(y.term, sources)));
  }
  template <class... Sources, class... Ys>
  static constexpr auto trace_result(const std::tuple<Ys...>& ys, const auto& arguments,
                                     const vector<term>& sources) {
    return std::apply(
        [&](const Ys&... y) {
          return std::tuple_cat(detail::as_tuple(trace_result<Sources...>(y, arguments, sources))...);
        },
        ys);
  }
};

/// The gradient of `f` with respect to the arguments numbered (default: all of them).
template <int... Arguments, class F>
constexpr gradient_of<F, Arguments...> gradient(F f) {
  return {f};
}

/// The derivative of `f` with respect to one argument (default: the first): df/dx.
template <int Argument = 0, class F>
constexpr gradient_of<F, Argument> derivative(F f) {
  return {f};
}

}  // namespace hello_dl
