#pragma once
/// gradcheck: whether the derivative of a function is that of finite differences, with the name, the formula and the defaults
/// of torch.autograd.gradcheck. In double precision, at run time or in a constant expression.

#include <hello_dl/core/math.hpp>
#include <hello_dl/expr/vector_products.hpp>
#include <hello_dl/graph/text_builder.hpp>
#include <hello_dl/runtime/evaluate.hpp>

namespace hello_dl {

/// An element of the derivative is right if |derivative - slope| <= atol + rtol |slope|, where the slope is that between the
/// points eps above and below.
struct gradcheck_options {
  double eps = 1e-6;
  double atol = 1e-5;
  double rtol = 1e-3;
};

/// True if the derivative is right; else message() is a sentence about the first element that is not.
class gradcheck_result {
 public:
  constexpr explicit gradcheck_result(const text_builder& message) : message_{message} {}

  constexpr explicit operator bool() const { return message_.empty(); }
  constexpr std::string_view message() const { return message_.view(); }

 private:
  text_builder message_;
};

namespace detail {

/// A number or a tensor in double; indices stay what they are.
template <class V>
  requires(std::is_arithmetic_v<V>)
constexpr auto in_double(V number) {
  return tensor<double>{static_cast<double>(number)};
}
template <class T, extent... Extents>
constexpr auto in_double(const tensor<T, Extents...>& x) {
  if constexpr (std::is_same_v<T, std::int32_t>) {
    return x;
  } else {
    tensor<double, Extents...> result{};
    for (extent i = 0; i < x.size(); ++i) result[i] = static_cast<double>(x[i]);
    return result;
  }
}

/// Calls visit.operator()<I>(i, moved) for each element i of each real tensor I in `values`: moved(h) is f(values) when
/// that element is h larger.
template <class Tuple, class F, class Visit>
constexpr void move_each_element(Tuple values, const F& f, const Visit& visit) {
  const auto each_of = [&]<std::size_t I>() {
    auto& x = std::get<I>(values);
    if constexpr (std::is_same_v<decltype(x[0]), double&>)
      for (extent i = 0; i < x.size(); ++i) {
        const double middle = x[i];
        visit.template operator()<I>(i, [&](double h) {
          x[i] = middle + h;
          return f(values);
        });
        x[i] = middle;
      }
  };
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    (each_of.template operator()<I>(), ...);
  }(std::make_index_sequence<std::tuple_size_v<Tuple>>{});
}

/// Element `o` of f's result, of type Result, with respect to all of `values`: tensors like these.
template <class Result, class F, class Tuple>
constexpr auto gradients_of_element(const F& f, const Tuple& values, extent o) {
  Result which{};
  which[o] = 1;
  const auto gradients = std::apply([&](const auto&... x) { return evaluate(vjp(f), x..., which); }, values);
  return std::apply([](const auto&... g) { return std::tuple{in_double(g)...}; }, as_tuple(gradients));
}

constexpr void report_slope(text_builder& message, extent o, extent i, extent argument, double derivative, double slope) {
  message << "gradcheck: the derivative of element " << o << " of the result with respect to element " << i
          << " of argument " << argument << " is " << derivative << ", but finite differences give " << slope;
}

}  // namespace detail

/// Whether the derivative of `f` with respect to each element of each of `values` (numbers and tensors; those of indices are
/// left out) agrees with finite differences there. f gives one number or tensor. To be far from points without a derivative
/// is the caller's task.
template <gradcheck_options Options = gradcheck_options{}, class F, class... Values>
constexpr gradcheck_result gradcheck(const F& f, const Values&... values) {
  using results = detail::result_of<F, typename detail::argument_of<Values>::handle...>;
  static_assert(std::tuple_size_v<results> == 1, "gradcheck: the function must give one number or tensor, not several");
  const std::tuple inputs{detail::in_double(values)...};
  const auto value_at = [&](const auto& moved) {
    return detail::in_double(std::apply([&](const auto&... x) { return evaluate(f, x...); }, moved));
  };
  using result = decltype(value_at(inputs));
  vector<decltype(detail::gradients_of_element<result>(f, inputs, 0))> rows;
  for (extent o = 0; o < result::size(); ++o) rows.push_back(detail::gradients_of_element<result>(f, inputs, o));
  text_builder message;
  detail::move_each_element(inputs, value_at, [&]<std::size_t I>(extent i, const auto& moved) {
    const result above = moved(Options.eps), below = moved(-Options.eps);
    for (extent o = 0; o < result::size() && message.empty(); ++o) {
      const double slope = (above[o] - below[o]) / (2 * Options.eps), derivative = std::get<I>(rows[o])[i];
      const double error = math::abs(derivative - slope);
      if (!(error <= Options.atol + Options.rtol * math::abs(slope)))  // NaN is not right
        detail::report_slope(message, o, i, static_cast<extent>(I), derivative, slope);
    }
  });
  return gradcheck_result{message};
}

}  // namespace hello_dl
