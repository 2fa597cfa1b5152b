#pragma once
/// Comparisons: the result is boolean, held as 0 and 1; no gradient flows through it. `where` and
/// arithmetic take it. Comparing with NaN gives 0, except for !=.

#include <hello_dl/core/simd.hpp>
#include <hello_dl/ops/vocabulary.hpp>

namespace hello_dl {

namespace detail {
/// What the six comparisons share; `Comparison` gives the name, how formulas write it, and the test.
template <class Comparison>
struct comparison_operation {
  static constexpr std::string_view name = Comparison::name;
  static constexpr int arity = 2;
  static constexpr element type = element::boolean;
  static constexpr std::string_view text = Comparison::text;
  static constexpr binding precedence = binding::comparison;
  static constexpr std::string_view latex = Comparison::latex;
  template <class V>
  static constexpr V apply(V a, V b) { return select(Comparison::test(a, b), V(1), V(0)); }
  static constexpr term derivative(const application&, int, term) { return {}; }
};
struct equal_comparison {
  static constexpr std::string_view name = "equal", text = "#1 == #2", latex = "#1 = #2";
  static constexpr auto test(auto a, auto b) { return a == b; }
};
struct not_equal_comparison {
  static constexpr std::string_view name = "not_equal", text = "#1 != #2", latex = "#1 \\ne #2";
  static constexpr auto test(auto a, auto b) { return a != b; }
};
struct less_comparison {
  static constexpr std::string_view name = "less", text = "#1 < #2", latex = "#1 < #2";
  static constexpr auto test(auto a, auto b) { return a < b; }
};
struct less_equal_comparison {
  static constexpr std::string_view name = "less_equal", text = "#1 <= #2", latex = "#1 \\le #2";
  static constexpr auto test(auto a, auto b) { return a <= b; }
};
struct greater_comparison {
  static constexpr std::string_view name = "greater", text = "#1 > #2", latex = "#1 > #2";
  static constexpr auto test(auto a, auto b) { return a > b; }
};
struct greater_equal_comparison {
  static constexpr std::string_view name = "greater_equal", text = "#1 >= #2", latex = "#1 \\ge #2";
  static constexpr auto test(auto a, auto b) { return a >= b; }
};
}  // namespace detail

using equal_operation = detail::comparison_operation<detail::equal_comparison>;
using not_equal_operation = detail::comparison_operation<detail::not_equal_comparison>;
using less_operation = detail::comparison_operation<detail::less_comparison>;
using less_equal_operation = detail::comparison_operation<detail::less_equal_comparison>;
using greater_operation = detail::comparison_operation<detail::greater_comparison>;
using greater_equal_operation = detail::comparison_operation<detail::greater_equal_comparison>;

template <> struct definition<&record_of<equal_operation>> { using type = equal_operation; };
template <> struct definition<&record_of<not_equal_operation>> { using type = not_equal_operation; };
template <> struct definition<&record_of<less_operation>> { using type = less_operation; };
template <> struct definition<&record_of<less_equal_operation>> { using type = less_equal_operation; };
template <> struct definition<&record_of<greater_operation>> { using type = greater_operation; };
template <> struct definition<&record_of<greater_equal_operation>> { using type = greater_equal_operation; };

constexpr term equal(term a, term b) { return apply<equal_operation>({}, a, b); }
constexpr term greater(term a, term b) { return apply<greater_operation>({}, a, b); }

/// a == b and its kin, element by element, with broadcasting: 1 where true, 0 elsewhere.
template <class A, class B>
  requires formula<A, B>
constexpr auto operator==(const A& a, const B& b) {
  return element_wise<equal_operation>(a, b);
}
template <class A, class B>
  requires formula<A, B>
constexpr auto operator!=(const A& a, const B& b) {
  return element_wise<not_equal_operation>(a, b);
}
template <class A, class B>
  requires formula<A, B>
constexpr auto operator<(const A& a, const B& b) {
  return element_wise<less_operation>(a, b);
}
template <class A, class B>
  requires formula<A, B>
constexpr auto operator<=(const A& a, const B& b) {
  return element_wise<less_equal_operation>(a, b);
}
template <class A, class B>
  requires formula<A, B>
constexpr auto operator>(const A& a, const B& b) {
  return element_wise<greater_operation>(a, b);
}
template <class A, class B>
  requires formula<A, B>
constexpr auto operator>=(const A& a, const B& b) {
  return element_wise<greater_equal_operation>(a, b);
}

}  // namespace hello_dl
