#pragma once
/// Functions of handles seen from outside: with respect to what they are differentiated, and what
/// they give.

#include <hello_dl/expr/expr.hpp>
#include <hello_dl/graph/substitute.hpp>

#include <tuple>

namespace hello_dl {

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
}  // namespace hello_dl
