// Reverse mode (vjp) and forward mode (jvp): two ways through one Jacobian.
#include <hello_dl/expr/vector_products.hpp>

#include <hello_dl/ops/ops.hpp>
#include <hello_dl/runtime/evaluate.hpp>

namespace {

namespace dl = hello_dl;
using dl::gradient, dl::jvp, dl::tensor, dl::vjp;

constexpr auto f = [](auto x) { return dl::concat<0>(x * x, sum(x * x * x, dl::keepdim), dl::slice<0, 0, 1>(x) * x); };
constexpr tensor<double, 3> x{1, -2, 3}, v{2, 1, -1};
constexpr tensor<double, 7> u{1, 2, 3, -1, 1, 0, 2};

/// The product of a row and a matrix, or of a matrix and a column.
constexpr tensor<double, 3> row_times(const tensor<double, 7>& row, const tensor<double, 7, 3>& matrix) {
  tensor<double, 3> result{};
  for (int i = 0; i < 7; ++i)
    for (int j = 0; j < 3; ++j) result[j] += row[i] * matrix[3 * i + j];
  return result;
}
constexpr tensor<double, 7> times_column(const tensor<double, 7, 3>& matrix, const tensor<double, 3>& column) {
  tensor<double, 7> result{};
  for (int i = 0; i < 7; ++i)
    for (int j = 0; j < 3; ++j) result[i] += matrix[3 * i + j] * column[j];
  return result;
}
template <dl::extent N>
constexpr double dot(const tensor<double, N>& a, const tensor<double, N>& b) {
  double sum = 0;
  for (int i = 0; i < N; ++i) sum += a[i] * b[i];
  return sum;
}

constexpr tensor<double, 7, 3> jacobian = gradient(f)(x);
constexpr tensor<double, 3> backward = vjp(f)(x, u);
constexpr tensor<double, 7> forward = jvp(f)(x, v);
static_assert(backward == row_times(u, jacobian));
static_assert(forward == times_column(jacobian, v));
static_assert(dot(u, forward) == dot(backward, v));

// vjp of several arguments; the last one is the vector.
constexpr auto product = [](auto a, auto b) { return a * b; };
static_assert(vjp(product)(x, v, tensor<double, 3>{1, 10, 100}) ==
              std::tuple{tensor<double, 3>{2, 10, -100}, tensor<double, 3>{1, -20, 300}});

// Forward over reverse: the product of the Hessian of sum(x^3) = diag(6 x) with v.
constexpr auto cubes = [](auto a) { return sum(a * a * a); };
static_assert(jvp(gradient(cubes))(x, v) == tensor<double, 3>{12, -12, -18});

// Both are functions like any other: derived again, and part of formulas. d/dx (x^3)' v = 6 x v.
constexpr auto cube = [](auto a) { return a * a * a; };
static_assert(dl::derivative(jvp(cube))(2, 5) == 60);
static_assert(dl::derivative(vjp(cube))(2, 5) == 60);
static_assert(jvp(cube)(2.0f, 5.0f) == 60.0f);

}  // namespace
