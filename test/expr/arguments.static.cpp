// Derivatives inside functions that are differentiated: the inner variable is never taken for the outer
// one (Siskind and Pearlmutter 2005, "Perturbation Confusion and Referential Transparency").
#include <hello_dl/expr/arguments.hpp>

#include <hello_dl/ops/ops.hpp>
#include <hello_dl/runtime/evaluate.hpp>

namespace {

namespace dl = hello_dl;
using dl::derivative, dl::gradient;

// Their example: d/dx (x d/dy (x + y)) is 1; who confuses x and y finds 2.
constexpr auto classic = [](auto x) { return x * derivative([x](auto y) { return x + y; })(x); };
static_assert(dl::evaluate(classic, 7) == 7);
static_assert(derivative(classic)(7) == 1);

// d/dx (x d/dy (x y y)) at y = x: x * 2 x x, of which 6 x x is the derivative.
constexpr auto product = [](auto x) { return x * derivative([x](auto y) { return x * y * y; })(x); };
static_assert(dl::evaluate(product, 2) == 16);
static_assert(derivative(product)(2) == 24);
static_assert(derivative(derivative(product))(2) == 24);

// The same input for two arguments: each derivative sees its own.
constexpr auto twice = [](auto x) {
  return std::tuple{derivative<0>([](auto a, auto b) { return a * b * b; })(x, x),
                    derivative<1>([](auto a, auto b) { return a * b * b; })(x, x)};
};
static_assert(dl::evaluate(twice, 3) == std::tuple{9.0, 18.0});
static_assert(gradient(twice)(3) == std::tuple{6.0, 12.0});

// An argument that is also written inside: only the variable is derived, not what equals it.
constexpr auto equal_inside = [](auto x) {
  const auto square = x * x;
  return derivative([x](auto y) { return (x * x) * y; })(square);
};
static_assert(dl::evaluate(equal_inside, 3) == 9);

// A constant as argument, and the same number inside.
constexpr auto number_inside = [](auto x) { return derivative([x](auto y) { return 3 * x * y + y * y; })(0 * x + 3); };
static_assert(dl::evaluate(number_inside, 5) == 15 + 6);
static_assert(derivative(number_inside)(5) == 3);

// Three levels deep.
constexpr auto three_levels = [](auto x) {
  return derivative([x](auto y) {
    return derivative([x, y](auto z) { return x * y * z + x * y * y * z * z; })(y);
  })(x);
};
// With z = y the middle function is x y + 2 x y y y, its derivative x + 6 x y y; at y = x: x + 6 x x x.
static_assert(dl::evaluate(three_levels, 2) == 50);
static_assert(derivative(three_levels)(2) == 73);

}  // namespace
