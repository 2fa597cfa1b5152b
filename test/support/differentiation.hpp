#pragma once
/// Derivatives of an operation against finite differences, in double.

#include <hello_dl/runtime/gradcheck.hpp>
#include <support/difference.hpp>
#include <support/golden_case.hpp>
#include <support/operation_programs.hpp>

namespace check {

inline constexpr double slope_tolerance = 1e-7;

/// A tensor in elements of type T; an index tensor stays as it is.
template <class T, dl::extent... Extents>
constexpr auto as(const dl::tensor<double, Extents...>& x) {
  dl::tensor<T, Extents...> result{};
  for (dl::extent i = 0; i < x.size(); ++i) result[i] = static_cast<T>(x[i]);
  return result;
}
template <class T, dl::extent... Extents>
constexpr auto as(const dl::tensor<std::int32_t, Extents...>& x) {
  return x;
}

template <class Program, class Tuple>
auto evaluate_with(const Program& program, const Tuple& values) {
  return std::apply([&](const auto&... x) { return dl::evaluate(program, x...); }, values);
}

/// The derivative of f(h) at 0 from four points; the error is of fourth order in the step
/// (Abramowitz and Stegun, "Handbook of Mathematical Functions", table 25.2).
template <class F>
double slope(const F& f) {
  constexpr double h = 1.0 / 1024;
  return (8 * (f(h) - f(-h)) - (f(2 * h) - f(-2 * h))) / (12 * h);
}

template <class A, class B>
double dot(const A& a, const B& b) {
  double sum = 0;
  for (std::size_t i = 0; i < elements(a).size(); ++i)
    sum += static_cast<double>(elements(a)[i]) * static_cast<double>(elements(b)[i]);
  return sum;
}

/// The slopes of f(values) along each element of each real tensor in `values`.
template <class Tuple, class F>
Tuple numeric_gradients(const Tuple& values, const F& f) {
  Tuple gradients{};
  dl::detail::move_each_element(values, f, [&]<std::size_t I>(dl::extent i, const auto& moved) {
    std::get<I>(gradients)[i] = slope(moved);
  });
  return gradients;
}

template <const auto& Golden>
constexpr auto operands_and_upstream() {
  return std::tuple_cat(Golden.operands, std::tuple{Golden.upstream});
}

/// The gradients of sum(u * F(x...)) with respect to x... and, which is F(x...), to u.
template <const auto& Golden, class F>
std::string gradient_difference(const F&) {
  const auto values = operands_and_upstream<Golden>();
  const auto numeric = numeric_gradients(values, [](const auto& moved) {
    const auto results = evaluate_with(value_and_gradients<F>{}, moved);
    constexpr auto upstream = std::tuple_size_v<std::decay_t<decltype(moved)>> - 1;
    return dot(std::get<0>(results), std::get<upstream>(moved));
  });
  const auto results = evaluate_with(value_and_gradients<F>{}, values);
  const auto gradients = std::apply(
      [](const auto& y, const auto&... g) { return std::tuple{g..., y}; }, results);
  return difference("finite differences: gradient", gradients, numeric, slope_tolerance);
}

/// The gradient of the sum of the squares of all gradients.
template <const auto& Golden, class F>
std::string second_derivative_difference(const F&) {
  const auto values = operands_and_upstream<Golden>();
  const auto numeric = numeric_gradients(values, [](const auto& moved) {
    return std::apply([](const auto&, const auto&... g) { return (dot(g, g) + ...); },
                      evaluate_with(value_and_gradients<F>{}, moved));
  });
  const auto gradients = evaluate_with(dl::gradient(squared_gradients<F>{}), values);
  return difference("finite differences: second derivative", gradients, numeric, slope_tolerance);
}

/// A direction for each operand: numbers between -1 and 1 without a pattern that could cancel.
template <class Tuple>
Tuple directions_for(Tuple operands) {
  int count = 0;
  const auto fill = [&](auto& x) {
    for (auto& element : x) {
      using T = std::remove_cvref_t<decltype(element)>;
      element = static_cast<T>(std::sin(++count));
    }
  };
  std::apply([&](auto&... x) { (fill(x), ...); }, operands);
  return operands;
}

template <class T>
void move(T& x, const T& direction, double h) {
  if constexpr (std::is_same_v<decltype(x[0]), double&>)
    for (dl::extent i = 0; i < x.size(); ++i) x[i] += h * direction[i];
}

/// F(x... + h direction...)
template <const auto& Golden, class F, class Tuple>
auto moved_result(const Tuple& directions, double h) {
  auto moved = Golden.operands;
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    (move(std::get<I>(moved), std::get<I>(directions), h), ...);
  }(std::make_index_sequence<std::tuple_size_v<Tuple>>{});
  return std::get<0>(evaluate_with(value_and_gradients<F>{}, std::tuple_cat(moved, std::tuple{Golden.upstream})));
}

template <const auto& Golden, class F>
std::string forward_mode_difference(const F&) {
  const auto directions = directions_for(Golden.operands);
  auto numeric = Golden.result;
  for (dl::extent i = 0; i < numeric.size(); ++i)
    numeric[i] = slope([&](double h) {
      return elements(moved_result<Golden, F>(directions, h))[static_cast<std::size_t>(i)];
    });
  const auto forward = evaluate_with(directional_derivative<F>{}, std::tuple_cat(Golden.operands, directions));
  return difference("finite differences: forward mode", forward, numeric, slope_tolerance);
}

}  // namespace check
