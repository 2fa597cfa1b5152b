// exp, log, softmax and cross_entropy at the edges of float: zeros, denormal and huge numbers, infinities, NaN.
#include <hello_dl/hello_dl.hpp>

#include <golden/ops/float_edges.hpp>

#include <boost/test/unit_test.hpp>

#include <bit>
#include <cmath>
#include <limits>

namespace {

namespace dl = hello_dl;
namespace edges = golden::float_edges;

constexpr float number(std::uint32_t bits) { return std::bit_cast<float>(bits); }

/// Within 2 units in the last place; a denormal result may be zero.
bool agrees(float found, float expected) {
  if (std::isnan(expected)) return std::isnan(found);
  if (std::isinf(expected)) return found == expected;
  return std::abs(found - expected) <= 2 * std::numeric_limits<float>::epsilon() * std::abs(expected) + std::numeric_limits<float>::min();
}

template <std::size_t Count>
dl::tensor<float, Count> tensor_of(const std::uint32_t (&bits)[Count]) {
  dl::tensor<float, Count> result{};
  for (std::size_t i = 0; i < Count; ++i) result.values[i] = number(bits[i]);
  return result;
}

/// In vectors, and one by one.
template <std::size_t Count, class F>
void check_numbers(const std::uint32_t (&expected)[Count], F f) {
  const auto inputs = tensor_of(edges::numbers);
  const auto together = dl::evaluate(f, inputs);
  for (std::size_t i = 0; i < Count; ++i) BOOST_TEST_CONTEXT("of " << inputs.values[i] << ", expected " << number(expected[i])) {
    BOOST_TEST(agrees(together.values[i], number(expected[i])), "in a vector " << together.values[i]);
    BOOST_TEST(agrees(dl::evaluate(f, inputs.values[i]), number(expected[i])), "alone " << dl::evaluate(f, inputs.values[i]));
  }
}

using row = dl::tensor<float, 1, edges::columns>;
row row_of(int number_of_row) {
  row result{};
  for (int c = 0; c < edges::columns; ++c) result[c] = number(edges::rows[number_of_row * edges::columns + c]);
  return result;
}

}  // namespace

BOOST_AUTO_TEST_CASE(exp_and_log_as_in_pytorch) {
  check_numbers(edges::exp, [](auto x) { return exp(x); });
  check_numbers(edges::log, [](auto x) { return log(x); });
}

BOOST_AUTO_TEST_CASE(softmax_as_in_pytorch) {
  for (int r = 0; r < edges::row_count; ++r) {
    const row found = dl::evaluate([](auto x) { return dl::softmax(x); }, row_of(r));
    for (int c = 0; c < edges::columns; ++c)
      BOOST_TEST(agrees(found[c], number(edges::softmax[r * edges::columns + c])), "row " << r << ": " << found[c]);
  }
}

BOOST_AUTO_TEST_CASE(cross_entropy_as_in_pytorch) {
  for (int label = 0; label < edges::columns; ++label)
    for (int r = 0; r < edges::row_count; ++r) {
      const float found = dl::evaluate([](auto x, auto y) { return dl::cross_entropy(x, y); }, row_of(r), dl::tensor<std::int32_t, 1>{label});
      BOOST_TEST(agrees(found, number(edges::cross_entropy[label * edges::row_count + r])), "row " << r << ", label " << label << ": " << found);
    }
}
