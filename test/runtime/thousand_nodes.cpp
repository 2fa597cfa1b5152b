// labels: slow
// A formula of 1,000 nodes and its gradient compile within the limits that the CMake target sets, and compute what
// plain code computes.
#include <hello_dl/ops/ops.hpp>
#include <hello_dl/runtime/inspect.hpp>

#include <cmath>

namespace {

namespace dl = hello_dl;

constexpr int links = 333;

/// a = a b + sin a, again and again: three nodes for each link.
struct chain {
  constexpr auto operator()(auto a, auto b) const {
    for (int i = 0; i < links; ++i) a = a * b + sin(a);
    return a;
  }
};

constexpr auto value_and_gradient = [](auto a, auto b) {
  return std::tuple_cat(std::tuple{chain{}(a, b)}, dl::gradient(chain{})(a, b));
};
static_assert(dl::node_count<dl::shape<>, dl::shape<>>(value_and_gradient) > 2 * (2 + 3 * links));

/// A number with its derivatives by a and by b: forward mode in its simplest form (Griewank and
/// Walther 2008, "Evaluating Derivatives", chapter 3).
struct dual {
  double value, by_a, by_b;
};
dual operator+(dual x, dual y) { return {x.value + y.value, x.by_a + y.by_a, x.by_b + y.by_b}; }
dual operator*(dual x, dual y) {
  return {x.value * y.value, x.by_a * y.value + x.value * y.by_a, x.by_b * y.value + x.value * y.by_b};
}
dual sin(dual x) {
  const double slope = std::cos(x.value);
  return {std::sin(x.value), slope * x.by_a, slope * x.by_b};
}

BOOST_AUTO_TEST_CASE(value_and_gradient_are_right) {
  double a = 0.75, b = 0.1875;  // not const: compilers would try to compute the result themselves
  const dual expected = [&] {
    dual x{a, 1, 0};
    for (int i = 0; i < links; ++i) x = x * dual{b, 0, 1} + sin(x);
    return x;
  }();
  const auto [value, by_a, by_b] = dl::evaluate(value_and_gradient, a, b);
  BOOST_TEST(value == expected.value, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(by_a == expected.by_a, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(by_b == expected.by_b, boost::test_tools::tolerance(1e-9));
}

}  // namespace
