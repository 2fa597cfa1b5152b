#include "formulas.hpp"

namespace {

namespace dl = hello_dl;

template <int I>
struct scalar_formula {
  static constexpr auto& f = formulas::of_scalars[I];
  static_assert(dl::view(formulas::as_latex(f, {})) == f.latex);
};
template <int I>
struct matrix_formula {
  static constexpr auto& f = formulas::of_matrices[I];
  static_assert(dl::view(formulas::as_latex(f, dl::dims{2, 3})) == f.latex);
};

static_assert(formulas::all_instantiated<scalar_formula>(formulas::of_scalars));
static_assert(formulas::all_instantiated<matrix_formula>(formulas::of_matrices));

constexpr bool is_named(std::string_view name, std::string_view latex) {
  dl::graph g;
  const dl::term x = dl::input(g, 0, {}, dl::element::real, name);
  const dl::vector<char> written = dl::to_latex(g, x);
  return dl::view(written) == latex;
}
static_assert(is_named("x", "x"));
static_assert(is_named("x1", "x_{1}"));
static_assert(is_named("x12", "x_{12}"));
static_assert(is_named("1", R"(\text{1})"));
static_assert(is_named("learning_rate", R"(\text{learning\_rate})"));
static_assert(is_named("conv1.weight", R"(\text{conv1.weight})"));
static_assert(is_named("a%b$c#d&e{f}", R"(\text{a\%b\$c\#d\&e\{f\}})"));
static_assert(is_named(R"(a\b~c^d)", R"(\text{a\textbackslash{}b\textasciitilde{}c\textasciicircum{}d})"));
static_assert(is_named("", R"(\text{input0})"));

constexpr bool is_number(double value, std::string_view latex) {
  dl::graph g;
  const dl::vector<char> written = dl::to_latex(g, dl::constant(g, value));
  return dl::view(written) == latex;
}
constexpr double infinity = std::numeric_limits<double>::infinity();
static_assert(is_number(1e-5, "10^{-5}") && is_number(-1e20, "-10^{20}"));
static_assert(is_number(2.5e-10, R"(2.5 \cdot 10^{-10})") && is_number(1e100, "10^{100}"));
static_assert(is_number(infinity, R"(\infty)") && is_number(-infinity, R"(-\infty)"));
static_assert(is_number(std::numeric_limits<double>::quiet_NaN(), R"(\text{nan})"));

constexpr bool powers_of_ten_are_products() {
  terms::three_inputs in;
  const dl::vector<char> written = dl::to_latex(in.g, dl::pow(dl::number(in.x, 1e-5), in.x));
  return dl::view(written) == R"(\left(10^{-5}\right)^{x})";
}
static_assert(powers_of_ten_are_products());

// Shared parts are lines of an `aligned` environment, as are several results.
constexpr bool aligns() {
  terms::three_inputs in;
  const dl::term shared = dl::sin(in.x * in.y + in.y * in.z + in.z * in.x);
  dl::vector<dl::term> roots(1, shared * shared);
  const dl::vector<char> one = dl::to_latex(in.g, roots);
  roots.push_back(in.x);
  const dl::vector<char> two = dl::to_latex(in.g, roots);
  return dl::view(one) == R"(\begin{aligned}
a &= \sin \left(x \, y + y \, z + z \, x\right) \\
&a \, a
\end{aligned})" &&
         dl::view(two) == R"(\begin{aligned}
a &= \sin \left(x \, y + y \, z + z \, x\right) \\
&a \, a \\
&x
\end{aligned})";
}
static_assert(aligns());

}  // namespace
