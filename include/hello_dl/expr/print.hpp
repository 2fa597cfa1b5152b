#pragma once
/// text, latex and dot: functions as formulas and as drawings, constants that the compiler computes.
/// Functions of one to six scalars x, y, z, u, v, w need no more than their name; of others the shapes of
/// the arguments are given, `text<shape<2, 3>, shape<3>>(f)`, or their handle types.

#include <hello_dl/core/fixed_string.hpp>
#include <hello_dl/expr/trace.hpp>
#include <hello_dl/graph/dot.hpp>
#include <hello_dl/graph/latex.hpp>

namespace hello_dl {

namespace detail {

using formula_printer = vector<char> (*)(const graph&, const vector<term>&);

template <formula_printer Print, class F, class Inputs>
struct formula_print;
template <formula_printer Print, class F, class... Inputs>
struct formula_print<Print, F, std::tuple<Inputs...>> {
  static constexpr vector<char> print() {
    graph g;
    const vector<term> results = trace<F>(g, make_inputs<Inputs...>(g));
    return Print(g, results);
  }
};

template <class Inputs, class... Fs>
struct dot_print;
template <class... Inputs, class... Fs>
struct dot_print<std::tuple<Inputs...>, Fs...> {
  static constexpr vector<char> print() {
    graph g;
    const auto inputs = make_inputs<Inputs...>(g);
    const vector<term> results[] = {trace<Fs>(g, inputs)...};
    if constexpr (sizeof...(Fs) == 1) return to_dot(g, results[0]);
    else return to_dot(g, results[0], results[1]);
  }
};

/// What `Print` prints, as static data of exact size.
template <class Print>
struct printed {
  static constexpr std::size_t measure() {
    const vector<char> all = Print::print();
    return static_cast<std::size_t>(all.size());
  }
  static constexpr auto make() {
    fixed_string<measure()> result;
    std::size_t i = 0;
    for (const char letter : Print::print()) result.letters[i++] = letter;
    return result;
  }
  static constexpr auto letters = make();
};

}  // namespace detail

/// `text(f)`: the formula of f's result, "x * sin(x)", or one line for each of its results; before them,
/// lines `a = ...` for parts that the formulas share.
template <class... Inputs, class F>
constexpr std::string_view text(const F&) {
  return detail::printed<detail::formula_print<to_text, F, detail::inputs_of<F, Inputs...>>>::letters.text();
}

/// The same for LaTeX's mathematics mode (package amsmath).
template <class... Inputs, class F>
constexpr std::string_view latex(const F&) {
  return detail::printed<detail::formula_print<to_latex, F, detail::inputs_of<F, Inputs...>>>::letters.text();
}

/// The graph of f for Graphviz: `dot -Tsvg`.
template <class... Inputs, class F>
constexpr std::string_view dot(const F&) {
  return detail::printed<detail::dot_print<detail::inputs_of<F, Inputs...>, F>>::letters.text();
}
/// The graph of f together with that of its derivative or gradient, which has a colour of its own.
template <class... Inputs, class F, class Gradient>
constexpr std::string_view dot(const F&, const Gradient&) {
  return detail::printed<detail::dot_print<detail::inputs_of<F, Inputs...>, F, Gradient>>::letters.text();
}

}  // namespace hello_dl
