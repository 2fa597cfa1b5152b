// Evaluation at run time gives what the compiler computes, for work of every kind.
#include <hello_dl/runtime/evaluate.hpp>

#include <hello_dl/ops/ops.hpp>
#include <support/difference.hpp>

namespace {

namespace dl = hello_dl;
using dl::tensor;

/// Loops over rows and columns, kernels, reductions, a table, what is broadcast and what is reshaped.
struct everything {
  constexpr auto operator()(auto x, auto w) const {
    const auto hidden = tanh(matmul(x, w)) + tensor<double, 3>{0.5, -1, 2};
    const auto scaled = hidden * exp(-dl::mean<1>(hidden, dl::keepdim));
    return softmax(dl::reshape<3, 2>(scaled)) * dl::max(scaled);
  }
};

template <class T, dl::extent... Extents>
constexpr auto numbers() {
  tensor<T, Extents...> result{};
  for (dl::extent i = 0; i < result.size(); ++i) result[i] = static_cast<T>((i * 7 + 3) % 11) / T(8) - T(0.5);
  return result;
}

using element_types = std::tuple<float, double>;
BOOST_AUTO_TEST_CASE_TEMPLATE(run_time_equals_constant_evaluation, T, element_types) {
  constexpr auto x = numbers<T, 2, 5>();
  constexpr auto w = numbers<T, 5, 3>();
  constexpr auto compiled = dl::evaluate(everything{}, x, w);
  constexpr auto compiled_slope = dl::derivative<1>([](auto a, auto b) { return sum(everything{}(a, b)); })(x, w);
  const double tolerance = std::is_same_v<T, float> ? 1e-5 : 1e-13;
  const std::string of_value = check::difference("value", dl::evaluate(everything{}, x, w), compiled, tolerance);
  const auto slope = dl::derivative<1>([](auto a, auto b) { return sum(everything{}(a, b)); })(x, w);
  const std::string of_slope = check::difference("slope", slope, compiled_slope, tolerance);
  BOOST_TEST(of_value.empty(), of_value);
  BOOST_TEST(of_slope.empty(), of_slope);
}

BOOST_AUTO_TEST_CASE(memory_beyond_the_stack) {
  auto x = numbers<double, 100, 100>();  // were it const, clang would try to compute all of this itself
  const auto row_sums = dl::evaluate([](auto a) { return dl::sum<1>(matmul(a, a)) - dl::sum<1>(a); }, x);
  double expected = 0;
  for (dl::extent j = 0; j < 100; ++j)
    for (dl::extent k = 0; k < 100; ++k) expected += x[700 + k] * x[100 * k + j];
  for (dl::extent k = 0; k < 100; ++k) expected -= x[700 + k];
  BOOST_TEST(row_sums[7] == expected, boost::test_tools::tolerance(1e-12));
}

}  // namespace
