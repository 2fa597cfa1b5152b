#pragma once
/// Tracing: calling a function on handles of fresh inputs, so that it writes its formulas into a graph.

#include <hello_dl/expr/derivative.hpp>
#include <hello_dl/expr/vector_products.hpp>
#include <hello_dl/graph/text_builder.hpp>

#include <type_traits>

namespace hello_dl {

/// How a function comes into being in a graph: anew, from its type. (In nn/parameter.hpp: a model, whose
/// parameters become nodes of the graph.)
template <class F>
struct function_in {
  static constexpr F make(graph&) {
    static_assert(std::is_empty_v<F>,
                  "function: it must not hold or capture anything; pass what it needs as an argument");
    if constexpr (std::is_empty_v<F>) return {};
  }
};
template <class F, int... Arguments>
struct function_in<gradient_of<F, Arguments...>> {
  static constexpr gradient_of<F, Arguments...> make(graph& g) { return {function_in<F>::make(g)}; }
};

namespace detail {

/// x, y, z, u, v, w; from the seventh argument on x6, x7, ...
constexpr text_builder argument_name(int number) {
  constexpr std::string_view letters = "xyzuvw";
  text_builder name;
  if (number < 6) name << letters[static_cast<std::size_t>(number)];
  else name << 'x' << number;
  return name;
}

/// Handles for the arguments of a traced function.
template <class... Inputs>
constexpr std::tuple<Inputs...> make_inputs(graph& g) {
  int number = 0;
  const auto next = [&](const dims& shape, element type) {
    const int mine = number++;
    return input(g, mine, shape, type, argument_name(mine).view());
  };
  return {Inputs{next(Inputs::shape_value, Inputs::type)}...};
}

/// The results of a function on these inputs.
template <class F, class... Inputs>
constexpr vector<term> trace(graph& g, const std::tuple<Inputs...>& inputs) {
  vector<term> terms;
  std::apply([&](const auto&... result) { (terms.push_back(result.term), ...); },
             as_tuple(std::apply(function_in<F>::make(g), inputs)));
  return terms;
}

/// The handle that a user means by `shape<2, 3>`, or by a handle type itself.
template <class S>
struct input_for {
  using type = expr<S>;
};
template <class Shape, element Type>
struct input_for<expr<Shape, Type>> {
  using type = expr<Shape, Type>;
};

template <class F, int Count>
constexpr bool takes_scalars() {
  return []<int... I>(std::integer_sequence<int, I...>) {
    return std::is_invocable_v<const F&, std::enable_if_t<I >= 0, expr<shape<>>>...>;
  }(std::make_integer_sequence<int, Count>{});
}

/// How many scalars a function takes: the smallest number from 1 to 6 that it can be called with, or 0.
template <class F>
constexpr int count_scalars() {
  if constexpr (takes_scalars<F, 1>()) return 1;
  else if constexpr (takes_scalars<F, 2>()) return 2;
  else if constexpr (takes_scalars<F, 3>()) return 3;
  else if constexpr (takes_scalars<F, 4>()) return 4;
  else if constexpr (takes_scalars<F, 5>()) return 5;
  else if constexpr (takes_scalars<F, 6>()) return 6;
  else return 0;
}
template <class F>
inline constexpr int scalar_count = count_scalars<F>();
template <class F, int... Arguments>
inline constexpr int scalar_count<gradient_of<F, Arguments...>> = scalar_count<F>;
template <class F>
inline constexpr int scalar_count<vjp_of<F>> = scalar_count<F> + 1;
template <class F>
inline constexpr int scalar_count<jvp_of<F>> = 2;

template <int... I>
std::tuple<std::enable_if_t<I >= 0, expr<shape<>>>...> scalars(std::integer_sequence<int, I...>);

/// The inputs that a function is traced on, as a std::tuple type: those that the user names, or as many
/// scalars as it takes.
template <class F, class... Named>
constexpr auto find_inputs() {
  if constexpr (sizeof...(Named) > 0) {
    return std::type_identity<std::tuple<typename input_for<Named>::type...>>{};
  } else {
    static_assert(scalar_count<F> > 0,
                  "function: it must take one to six scalars, or the shapes of its arguments must be named, as in "
                  "text<shape<2, 3>, shape<3>>(f)");
    return std::type_identity<decltype(scalars(std::make_integer_sequence<int, scalar_count<F>>{}))>{};
  }
}

template <class F, class... Named>
using inputs_of = typename decltype(find_inputs<F, Named...>())::type;

}  // namespace detail
}  // namespace hello_dl
