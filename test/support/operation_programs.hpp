#pragma once
/// The functions that prove an operation F, made from F itself.

#include <hello_dl/expr/derivative.hpp>
#include <hello_dl/expr/vector_products.hpp>
#include <hello_dl/ops/ops.hpp>
#include <hello_dl/runtime/evaluate.hpp>

#include <tuple>
#include <utility>

namespace check {

namespace dl = hello_dl;

/// `f` called with the first sizeof...(I) of the values.
template <class F, class Tuple, std::size_t... I>
constexpr auto call_with(const F& f, const Tuple& values, std::index_sequence<I...>) {
  return f(std::get<I>(values)...);
}

/// (operands..., upstream gradient): the result of F and the gradient of each operand.
template <class F>
struct value_and_gradients {
  template <class... Xs>
  constexpr auto operator()(const Xs&... xs) const {
    const auto operands = std::make_index_sequence<sizeof...(Xs) - 1>{};
    return std::tuple_cat(std::tuple{call_with(F{}, std::tuple{xs...}, operands)},
                          dl::detail::as_tuple(dl::vjp(F{})(xs...)));
  }
};

/// (operands..., upstream gradient): the sum of the squares of all gradients.
template <class F>
struct squared_gradients {
  template <class... Xs>
  constexpr auto operator()(const Xs&... xs) const {
    return std::apply([](const auto&... g) { return (dl::sum(g * g) + ...); },
                      dl::detail::as_tuple(dl::vjp(F{})(xs...)));
  }
};

/// (operands..., directions...): how the result moves when all operands move, by forward mode.
template <class F>
struct directional_derivative {
  template <class... Xs>
  constexpr auto operator()(const Xs&... xs) const {
    return add_all(std::tuple{xs...}, std::make_index_sequence<sizeof...(Xs) / 2>{});
  }

 private:
  template <class Tuple, std::size_t... I>
  static constexpr auto add_all(const Tuple& values, std::index_sequence<I...> operands) {
    return std::apply([](const auto&... change) { return (change + ...); },
                      std::tuple_cat(along<I>(values, operands)...));
  }

  /// The part of operand K, as a tuple; none for an index.
  template <std::size_t K, class Tuple, class Operands>
  static constexpr auto along(const Tuple& values, Operands operands) {
    using operand = std::tuple_element_t<K, Tuple>;
    if constexpr (operand::type == dl::element::index) {
      return std::tuple{};
    } else {
      const auto with_operand = [&](const operand& x) {
        Tuple moved = values;
        std::get<K>(moved) = x;
        return call_with(F{}, moved, operands);
      };
      return std::tuple{dl::jvp(with_operand)(std::get<K>(values), std::get<K + Operands::size()>(values))};
    }
  }
};

}  // namespace check
