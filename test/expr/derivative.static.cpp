// Derivatives of any order, computed by the compiler. The numbers are whole, so they are exact.
#include <hello_dl/expr/derivative.hpp>

#include <hello_dl/ops/ops.hpp>
#include <hello_dl/runtime/evaluate.hpp>

namespace {

namespace dl = hello_dl;
using dl::derivative, dl::gradient, dl::tensor;

template <class A, class B>
inline constexpr bool same_type = std::is_same_v<std::remove_const_t<A>, B>;

// Of every order.
constexpr auto fifth_power = [](auto x) { return x * x * x * x * x; };
static_assert(derivative(fifth_power)(2) == 80);
static_assert(derivative(derivative(fifth_power))(2) == 160);
static_assert(derivative(derivative(derivative(fifth_power)))(2) == 240);
static_assert(derivative(derivative(derivative(derivative(derivative(derivative(fifth_power))))))(2) == 0);

// In the type of the arguments: float only if all are.
static_assert(same_type<decltype(derivative(fifth_power)(2.0f)), float>);
static_assert(same_type<decltype(derivative(fifth_power)(2.0)), double>);
static_assert(same_type<decltype(derivative(fifth_power)(2)), double>);

// Of several arguments: with respect to one, to some, to all.
constexpr auto f = [](auto x, auto y) { return x * x * y + y; };
static_assert(derivative(f)(3, 5) == 30 && derivative<1>(f)(3, 5) == 10);
static_assert(gradient(f)(3, 5) == std::tuple{30.0, 10.0});
static_assert(gradient<1, 0>(f)(3, 5) == std::tuple{10.0, 30.0});
static_assert(derivative<1>(derivative<0>(f))(3, 5) == 6);
static_assert(gradient(gradient(f))(3, 5) == std::tuple{10.0, 6.0, 6.0, 0.0});

// Of several results: those of the first, then those of the second.
constexpr auto two_results = [](auto x, auto y) { return std::tuple{x * y, x - y}; };
static_assert(gradient(two_results)(3, 5) == std::tuple{5.0, 3.0, 1.0, -1.0});

// Of tensors: the gradient of a scalar, the Jacobian of a tensor, the Hessian as gradient of a gradient.
constexpr auto cubes = [](auto x) { return sum(x * x * x); };
constexpr tensor<double, 3> at{1, 2, -3};
static_assert(gradient(cubes)(at) == tensor<double, 3>{3, 12, 27});
static_assert(gradient(gradient(cubes))(at) == tensor<double, 3, 3>{6, 0, 0, 0, 12, 0, 0, 0, -18});
constexpr auto products = [](auto x) { return x * sum(x); };
static_assert(gradient(products)(at) == tensor<double, 3, 3>{1, 1, 1, 2, 2, 2, -3, -3, -3});
constexpr auto row_sums = [](auto x, auto y) { return dl::sum<1>(x) * y; };
static_assert(gradient(row_sums)(tensor<double, 2, 2>{1, 2, 3, 4}, 5) ==
              std::tuple{tensor<double, 2, 2, 2>{5, 5, 0, 0, 0, 0, 5, 5}, tensor<double, 2>{3, 7}});

// A derivative is a function like any other: part of formulas, differentiated there again.
constexpr auto with_slope = [](auto x) { return x * derivative([](auto y) { return y * y * y; })(2 * x); };
static_assert(dl::evaluate(with_slope, 3) == 3 * 108 && derivative(with_slope)(3) == 324);

}  // namespace
