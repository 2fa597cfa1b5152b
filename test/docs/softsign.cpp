// The example of CONTRIBUTING.md works like an operation of the library.
#include "softsign.hpp"

#include <hello_dl/hello_dl.hpp>

namespace {

namespace dl = hello_dl;

//[test
constexpr auto f = [](auto x) { return example::softsign(x); };
static_assert(dl::evaluate(f, 1.0) == 0.5 && dl::evaluate(f, -3.0) == -0.75);
static_assert(dl::derivative(f)(1.0) == 0.25 && dl::gradcheck(f, -3.0));
static_assert(dl::derivative(dl::derivative(f))(1.0) == -0.25);
static_assert(dl::text(f) == "softsign(x)");
//]

/// Seventeen elements: whole vectors and a rest.
constexpr auto values = [] {
  dl::tensor<float, 17> result{};
  for (int i = 0; i < 17; ++i) result[i] = static_cast<float>(i - 8) / 4;
  return result;
}();

BOOST_AUTO_TEST_CASE(vectors_and_single_elements_agree) {
  const dl::tensor<float, 17> input = values;
  constexpr dl::tensor<float, 17> expected = dl::evaluate(f, values);
  BOOST_TEST((dl::evaluate(f, input) == expected));
}

BOOST_AUTO_TEST_CASE(gradients_are_those_of_finite_differences) {
  BOOST_TEST(bool(dl::gradcheck(f, values)));
  BOOST_TEST(bool(dl::gradcheck(dl::derivative([](auto x) { return sum(example::softsign(x)); }), values)));
}

}  // namespace
