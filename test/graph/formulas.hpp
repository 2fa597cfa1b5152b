#pragma once
/// Formulas and how they are written: the cases of the printers' tests, in constant expressions and at
/// run time.

#include <hello_dl/graph/latex.hpp>
#include <hello_dl/graph/text.hpp>

#include "terms.hpp"

namespace formulas {

namespace dl = hello_dl;
using dl::dims;
using dl::term;
using terms::three_inputs;

struct formula {
  term (*write)(const three_inputs& in);
  std::string_view text;
  std::string_view latex;
};

constexpr term number(const three_inputs& in, double value) { return dl::number(in.x, value); }

/// x, y and z are scalars.
inline constexpr formula of_scalars[] = {
    // leaves
    {[](const three_inputs& in) { return in.x; }, "x", "x"},
    {[](const three_inputs& in) { return number(in, 0.1); }, "0.1", "0.1"},
    {[](const three_inputs& in) { return number(in, -2); }, "-2", "-2"},
    {[](const three_inputs& in) { return number(in, 1e-5); }, "1e-05", "10^{-5}"},
    {[](const three_inputs& in) { return number(in, -2.5e20); }, "-2.5e+20", R"(-2.5 \cdot 10^{20})"},
    // sums: the second operand of a difference, and nothing else, needs parentheses
    {[](const three_inputs& in) { return in.x - (in.y - in.z); }, "x - (y - z)", R"(x - \left(y - z\right))"},
    {[](const three_inputs& in) { return in.x - (in.y + in.z); }, "x - (y + z)", R"(x - \left(y + z\right))"},
    {[](const three_inputs& in) { return in.x - in.y - in.z; }, "x - y - z", "x - y - z"},
    {[](const three_inputs& in) { return in.x - in.y + in.z; }, "x - y + z", "x - y + z"},
    {[](const three_inputs& in) { return in.x + (in.y + in.z); }, "x + y + z", "x + y + z"},
    // products and quotients
    {[](const three_inputs& in) { return in.x / (in.y * in.z); }, "x / (y * z)", R"(\frac{x}{y \, z})"},
    {[](const three_inputs& in) { return in.x / in.y * in.z; }, "x / y * z", R"(\frac{x}{y} \, z)"},
    {[](const three_inputs& in) { return in.x * (in.y / in.z); }, "x * (y / z)", R"(x \, \frac{y}{z})"},
    {[](const three_inputs& in) { return in.x / (in.y / in.z); }, "x / (y / z)", R"(\frac{x}{\frac{y}{z}})"},
    {[](const three_inputs& in) { return in.x * (in.y * in.z); }, "x * y * z", R"(x \, y \, z)"},
    {[](const three_inputs& in) { return (in.x + in.y) * in.z; }, "(x + y) * z", R"(\left(x + y\right) \, z)"},
    {[](const three_inputs& in) { return in.x + in.y * in.z; }, "x + y * z", R"(x + y \, z)"},
    // signs
    {[](const three_inputs& in) { return -(in.x + in.y); }, "-(x + y)", R"(-\left(x + y\right))"},
    {[](const three_inputs& in) { return -(in.x * in.y); }, "-x * y", R"(-x \, y)"},
    {[](const three_inputs& in) { return -2.0 * in.x; }, "-2 * x", R"(-2 \, x)"},
    {[](const three_inputs& in) { return in.y + -2.0 * in.x; }, "y - 2 * x", R"(y - 2 \, x)"},
    {[](const three_inputs& in) { return in.y / (-2.0 * in.x); }, "y / (-2 * x)", R"(\frac{y}{-2 \, x})"},
    {[](const three_inputs& in) { return in.y - in.x / number(in, -2); }, "y - x / (-2)", R"(y - \frac{x}{-2})"},
    // powers: from the right
    {[](const three_inputs& in) { return dl::pow(in.x, number(in, 3)); }, "x^3", "x^{3}"},
    {[](const three_inputs& in) { return dl::pow(in.x, number(in, -1)); }, "x^(-1)", "x^{-1}"},
    {[](const three_inputs& in) { return dl::pow(-in.x, number(in, 2)); }, "(-x)^2", R"(\left(-x\right)^{2})"},
    {[](const three_inputs& in) { return -dl::pow(in.x, number(in, 2)); }, "-x^2", "-x^{2}"},
    {[](const three_inputs& in) { return dl::pow(in.x, -in.y); }, "x^(-y)", "x^{-y}"},
    {[](const three_inputs& in) { return dl::pow(number(in, -2), in.x); }, "(-2)^x", R"(\left(-2\right)^{x})"},
    {[](const three_inputs& in) { return dl::pow(number(in, 2), dl::pow(in.x, in.y)); }, "2^x^y", "2^{x^{y}}"},
    {[](const three_inputs& in) { return dl::pow(dl::pow(in.x, in.y), in.z); }, "(x^y)^z",
     R"(\left(x^{y}\right)^{z})"},
    {[](const three_inputs& in) { return dl::pow(in.x, in.y + in.z); }, "x^(y + z)", "x^{y + z}"},
    {[](const three_inputs& in) { return dl::pow(in.x / in.y, in.z); }, "(x / y)^z",
     R"(\left(\frac{x}{y}\right)^{z})"},
    {[](const three_inputs& in) { return 3.0 * dl::pow(number(in, 2), in.x); }, "3 * 2^x", R"(3 \cdot 2^{x})"},
    // functions: LaTeX's stand without parentheses where nothing that follows could belong to them
    {[](const three_inputs& in) { return in.x * dl::sin(in.x); }, "x * sin(x)", R"(x \, \sin x)"},
    {[](const three_inputs& in) { return dl::sin(in.x) * in.y; }, "sin(x) * y", R"(\sin \left(x\right) \, y)"},
    {[](const three_inputs& in) { return in.z * dl::sin(in.x) * in.y; }, "z * sin(x) * y",
     R"(z \, \sin \left(x\right) \, y)"},
    {[](const three_inputs& in) { return dl::sin(in.x) + in.y; }, "sin(x) + y", R"(\sin x + y)"},
    {[](const three_inputs& in) { return dl::sin(in.x + in.y); }, "sin(x + y)", R"(\sin \left(x + y\right))"},
    {[](const three_inputs& in) { return dl::sin(dl::pow(in.x, number(in, 2))); }, "sin(x^2)", R"(\sin x^{2})"},
    {[](const three_inputs& in) { return dl::pow(dl::sin(in.x), number(in, 2)); }, "sin(x)^2",
     R"(\left(\sin x\right)^{2})"},
    {[](const three_inputs& in) { return dl::exp(-in.x); }, "exp(-x)", "e^{-x}"},
    {[](const three_inputs& in) { return dl::exp(dl::sin(in.x)); }, "exp(sin(x))", R"(\exp\left(\sin x\right))"},
    {[](const three_inputs& in) { return dl::pow(dl::exp(in.x), in.y); }, "exp(x)^y", R"(\left(e^{x}\right)^{y})"},
    {[](const three_inputs& in) { return dl::sqrt(in.x + in.y); }, "sqrt(x + y)", R"(\sqrt{x + y})"},
    {[](const three_inputs& in) { return dl::abs(in.x - in.y); }, "abs(x - y)", R"(\left|x - y\right|)"},
    {[](const three_inputs& in) { return dl::sigmoid(in.x); }, "sigmoid(x)", R"(\sigma\left(x\right))"},
    {[](const three_inputs& in) { return dl::relu(in.x); }, "relu(x)", R"(\operatorname{relu}\left(x\right))"},
    {[](const three_inputs& in) { return dl::maximum(in.x, in.y + in.z); }, "maximum(x, y + z)",
     R"(\max\left(x, y + z\right))"},
    {[](const three_inputs& in) { return dl::where(dl::greater(in.x, in.y), in.x, in.y + in.z); },
     "where(x > y, x, y + z)", R"(\begin{cases} {x} & {x > y} \\ {y + z} & \text{else} \end{cases})"},
    {[](const three_inputs& in) { return in.x * dl::where(in.y, in.x, in.z); }, "x * where(y, x, z)",
     R"(x \, \left(\begin{cases} {x} & {y} \\ {z} & \text{else} \end{cases}\right))"},
};

/// x, y and z have the shape [2, 3].
inline constexpr formula of_matrices[] = {
    {[](const three_inputs& in) { return in.x * in.y; }, "x * y", R"(x \odot y)"},
    {[](const three_inputs& in) { return 2.0 * in.x; }, "2 * x", R"(2 \, x)"},
    {[](const three_inputs& in) { return dl::matmul(in.x, in.y, false, true); }, "x @ transpose(y)",
     R"(x \, y^\top)"},
    {[](const three_inputs& in) { return dl::matmul(in.x + in.z, in.y, true, false); }, "transpose(x + z) @ y",
     R"(\left(x + z\right)^\top \, y)"},
    {[](const three_inputs& in) { return dl::matmul(in.x, in.y + in.z, false, true); }, "x @ transpose(y + z)",
     R"(x \, \left(y + z\right)^\top)"},
    {[](const three_inputs& in) { return dl::permute(in.x, dl::attributes{{2, 1, 0}}); }, "transpose(x)", R"(x^\top)"},
    {[](const three_inputs& in) { return dl::reshape(in.x, dims{3, 2}); }, "reshape(x, [3, 2])",
     R"(\operatorname{reshape}\left(x, \text{[3, 2]}\right))"},
    {[](const three_inputs& in) { return dl::permute(dl::reshape(in.x, dims{1, 2, 3}), dl::attributes{{3, 2, 0, 1}}); },
     "permute(reshape(x, [1, 2, 3]), [2, 0, 1])",
     R"(\operatorname{permute}\left(\operatorname{reshape}\left(x, \text{[1, 2, 3]}\right), \text{[2, 0, 1]}\right))"},
    {[](const three_inputs& in) { return dl::broadcast_to(in.x, dims{4, 2, 3}); }, "broadcast_to(x, [4, 2, 3])",
     R"(\operatorname{broadcast\_to}\left(x, \text{[4, 2, 3]}\right))"},
    {[](const three_inputs& in) { return dl::sum(in.x, 0b11u, false); }, "sum(x)", R"(\sum x)"},
    {[](const three_inputs& in) { return dl::sum(in.x, 0b10u, true); }, "sum(x, axes=[1], keepdim=true)",
     R"(\operatorname{sum}\left(x, \text{axes=[1], keepdim=true}\right))"},
    {[](const three_inputs& in) { return dl::sum(in.x - in.y, 0b11u, false); }, "sum(x - y)",
     R"(\sum \left(x - y\right))"},
    {[](const three_inputs& in) { return dl::slice(in.x, 1, 0, 2); }, "slice(x, axis=1, begin=0, end=2)",
     R"(\operatorname{slice}\left(x, \text{axis=1, begin=0, end=2}\right))"},
    {[](const three_inputs& in) { return dl::pad(in.x, 0, 1, 2); }, "pad(x, axis=0, before=1, after=2)",
     R"(\operatorname{pad}\left(x, \text{axis=0, before=1, after=2}\right))"},
    {[](const three_inputs& in) { return dl::softmax(dl::expr<dl::shape<2, 3>>{in.x}).term; }, "softmax(x, axis=1)",
     R"(\operatorname{softmax}\left(x, \text{axis=1}\right))"},
    {[](const three_inputs& in) {
       const dl::expr<dl::shape<2, 3>> x{in.x}, y{in.y};
       return dl::concat<0>(x, y).term;
     },
     "concat(x, y, axis=0)", R"(\operatorname{concat}\left(x, y, \text{axis=0}\right))"},
    {[](const three_inputs& in) {
       const double values[] = {1, -2, 0.5};
       return in.x + dl::table(*in.x.graph, values, dims{3});
     },
     "x + [1, -2, 0.5]", "x + [1, -2, 0.5]"},
    {[](const three_inputs& in) {
       const double values[] = {1, 2, 3, 4};
       return dl::matmul(dl::table(*in.x.graph, values, dims{2, 2}), in.x, false, false);
     },
     "[[1, 2], [3, 4]] @ x", R"([[1, 2], [3, 4]] \, x)"},
    {[](const three_inputs& in) {
       const double values[10] = {};
       return dl::matmul(dl::table(*in.x.graph, values, dims{5, 2}), in.x, false, false);
     },
     "table([5, 2]) @ x", R"(\operatorname{table}\left([5, 2]\right) \, x)"},
    {[](const three_inputs& in) {
       return dl::matmul(dl::constant(*in.x.graph, -0.5, dims{4, 2}), in.x, false, false);
     },
     "full([4, 2], -0.5) @ x", R"(\operatorname{full}\left([4, 2], -0.5\right) \, x)"},
};

/// How the printers write a formula whose inputs have this shape.
constexpr dl::vector<char> as_text(const formula& f, const dims& shape) {
  three_inputs in{shape};
  return dl::to_text(in.g, f.write(in));
}
constexpr dl::vector<char> as_latex(const formula& f, const dims& shape) {
  three_inputs in{shape};
  return dl::to_latex(in.g, f.write(in));
}

/// Instantiates Formula<0>, Formula<1>, ... for each entry of a list: static_asserts inside name the entry.
template <template <int> class Formula, int Count>
constexpr bool all_instantiated(const formula (&)[Count]) {
  return []<int... I>(std::integer_sequence<int, I...>) {
    return ((sizeof(Formula<I>) > 0) && ...);
  }(std::make_integer_sequence<int, Count>{});
}

}  // namespace formulas
