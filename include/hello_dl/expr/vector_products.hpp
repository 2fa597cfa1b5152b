#pragma once
/// vjp and jvp: the Jacobian times a vector from the left and from the right, without ever making the
/// Jacobian. Reverse mode and forward mode are their other names.

#include <hello_dl/expr/arguments.hpp>
#include <hello_dl/graph/differentiate.hpp>

namespace hello_dl {

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
