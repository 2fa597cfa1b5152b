#pragma once
/// derivative, gradient, vjp and jvp: functions from functions to functions. Called with handles they
/// write the derivative into the graph; called with numbers or tensors they evaluate it. The result
/// is again such a function, so derivatives of any order are taken by saying it again.

#include <hello_dl/expr/expr.hpp>
#include <hello_dl/graph/differentiate.hpp>
#include <hello_dl/graph/substitute.hpp>

#include <tuple>

namespace hello_dl {

constexpr term stack_rows(const vector<term>& rows, const dims& shape);   // ops/concat.hpp
constexpr term element_at(term x, extent i);                              // ops/slice.hpp

/// Computes a function for numbers and tensors (runtime/evaluate.hpp).
template <class F, class... Values>
constexpr auto evaluate(const F& f, const Values&... values);

namespace detail {

template <class X>
constexpr element operand_type() {
  if constexpr (expression<X>) return X::type;
  else return element::real;
}
template <class X>
using handle_for = expr<shape_from<operand_shape<X>()>, operand_type<X>()>;

/// The arguments with respect to which `F` is differentiated. Only an input stands for nothing but
/// itself: any other argument might equal a subexpression inside the function, and two equal
/// arguments each other. So derivatives are taken with respect to fresh inputs, which the actual
/// arguments replace afterwards, unless these are different inputs already and F captures nothing.
template <class F, class... Xs>
struct fresh_arguments {
  graph& g;
  vector<term> actual;
  bool direct;
  vector<term> fresh{};
  std::tuple<handle_for<Xs>...> handles;

  constexpr explicit fresh_arguments(const Xs&... xs)
      : g{common_graph(xs...)},
        actual{lift_all(g, xs...)},
        direct{std::is_empty_v<F> && different_inputs(actual)},
        handles{handle_for<Xs>{make(handle_for<Xs>{})}...} {}

  constexpr vector<term> resolve(const vector<term>& results) const {
    if (direct) return results;
    return substitute(results, fresh, actual);
  }

 private:
  template <class Handle>
  constexpr term make(Handle) {
    fresh.push_back(direct ? actual[fresh.size()] : input(g, -1, Handle::shape_value, Handle::type, ""));
    return fresh.back();
  }
  static constexpr vector<term> lift_all(graph& g, const Xs&... xs) {
    vector<term> terms;
    (terms.push_back(lift(g, xs)), ...);
    return terms;
  }
  static constexpr bool different_inputs(const vector<term>& terms) {
    for (extent i = 0; i < terms.size(); ++i) {
      if ((*terms[i].graph)[terms[i].id].op != &record_of<input_operation>) return false;
      for (extent j = 0; j < i; ++j)
        if (terms[i] == terms[j]) return false;
    }
    return true;
  }
};

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

/// A tuple of handles of the given types; a single one stands for itself.
template <class... Exprs, int... I>
constexpr auto pack(const vector<term>& terms, std::integer_sequence<int, I...>) {
  if constexpr (sizeof...(Exprs) == 1) return (Exprs{terms[0]}, ...);
  else return std::tuple{Exprs{terms[I]}...};
}
template <class... Exprs>
constexpr auto pack(const vector<term>& terms) {
  return pack<Exprs...>(terms, std::make_integer_sequence<int, sizeof...(Exprs)>{});
}

template <class T>
inline constexpr bool is_tuple = false;
template <class... Ts>
inline constexpr bool is_tuple<std::tuple<Ts...>> = true;

/// The results of a function as a tuple, also where it is a single handle.
template <class R>
constexpr auto as_tuple(const R& result) {
  if constexpr (is_tuple<R>) return result;
  else return std::tuple{result};
}

template <int I, class... Ts>
using nth = std::tuple_element_t<static_cast<std::size_t>(I), std::tuple<Ts...>>;

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

/// Reverse mode: `vjp(f)(x..., u)` is the gradient of sum(u * f(x...)) with respect to each x.
template <class F>
struct vjp_of {
  [[no_unique_address]] F f;

  template <class... Xs>
  constexpr auto operator()(const Xs&... xs) const {
    if constexpr (!formula<Xs...>) return evaluate(*this, xs...);
    else return trace(std::make_integer_sequence<int, sizeof...(Xs) - 1>{}, xs...);
  }

 private:
  template <int... I, class... Xs>
  constexpr auto trace(std::integer_sequence<int, I...>, const Xs&... xs) const {
    detail::fresh_arguments<F, Xs...> arguments{xs...};
    const auto y = f(std::get<I>(arguments.handles)...);
    static_assert(decltype(y)::shape_value == detail::operand_shape<detail::nth<sizeof...(I), Xs...>>(),
                  "vjp: the last argument must have the shape of the function's result");
    vector<term> sources;
    (sources.push_back(arguments.fresh[I]), ...);
    return detail::pack<std::tuple_element_t<I, decltype(arguments.handles)>...>(arguments.resolve(
        vector_jacobian_product(y.term, arguments.fresh.back(), sources)));
  }
};

template <class F>
constexpr vjp_of<F> vjp(F f) {
  return {f};
}

/// Forward mode: `jvp(f)(x, v)` is the change of f(x) when x moves along v: the Jacobian times v.
/// The vector-Jacobian product is linear in its vector, so differentiating it with respect to that
/// vector gives the transpose: the Jacobian-vector product needs no rules of its own.
template <class F>
struct jvp_of {
  [[no_unique_address]] F f;

  template <class X, class V>
  constexpr auto operator()(const X& x, const V& v) const {
    if constexpr (!formula<X, V>) return evaluate(*this, x, v);
    else return trace(x, v);
  }

 private:
  template <class X, class V>
  constexpr auto trace(const X& x, const V& v) const {
    static_assert(detail::operand_shape<X>() == detail::operand_shape<V>(),
                  "jvp: the direction must have the shape of the argument");
    detail::fresh_arguments<F, X, V> arguments{x, v};
    const auto y = f(std::get<0>(arguments.handles));
    const term u = input(arguments.g, -1, y.shape_value, element::real, "");
    const vector<term> product =
        vector_jacobian_product(y.term, u, vector<term>(1, arguments.fresh[0]));
    const vector<term> transposed =
        vector_jacobian_product(product[0], arguments.fresh[1], vector<term>(1, u));
    return std::remove_const_t<decltype(y)>{arguments.resolve(transposed)[0]};
  }
};

template <class F>
constexpr jvp_of<F> jvp(F f) {
  return {f};
}

}  // namespace hello_dl
