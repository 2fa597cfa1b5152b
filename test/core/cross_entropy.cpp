#include <hello_dl/core/cross_entropy.hpp>

#include <boost/test/unit_test.hpp>

#include <cmath>

#include "integers.hpp"

namespace dl = hello_dl;

namespace {

/// Within a few roundings of values up to 16.
template <class T>
constexpr double tolerance = 32 * std::numeric_limits<T>::epsilon();

template <class T, dl::extent Rows, dl::extent Classes>
void check() {
  const auto logits = integers<T>(Rows * Classes, 0), upstream = integers<T>(Rows, 3);
  std::vector<std::int32_t> labels;
  for (dl::extent row = 0; row < Rows; ++row) labels.push_back(static_cast<int>(5 * row % Classes));
  std::vector<T> losses(Rows), gradient(Rows * Classes);
  dl::cross_entropy_rows<T, Rows, Classes>(logits.data(), labels.data(), losses.data());
  dl::cross_entropy_gradient<T, Rows, Classes>(logits.data(), labels.data(), upstream.data(), gradient.data());
  for (std::size_t row = 0; row < Rows; ++row) {
    const T* const x = logits.data() + row * Classes;
    double sum = 0;
    for (dl::extent i = 0; i < Classes; ++i) sum += std::exp(static_cast<double>(x[i]));
    BOOST_REQUIRE_SMALL(losses[row] - (std::log(sum) - static_cast<double>(x[labels[row]])), tolerance<T>);
    for (dl::extent i = 0; i < Classes; ++i) {
      const double slope = std::exp(static_cast<double>(x[i])) / sum - (i == labels[row] ? 1 : 0);
      BOOST_REQUIRE_SMALL(gradient[row * Classes + static_cast<std::size_t>(i)] - static_cast<double>(upstream[row]) * slope, tolerance<T>);
    }
  }
}

}  // namespace

BOOST_AUTO_TEST_CASE(agrees_with_the_definition_in_double) {
  check<float, 1, 1>();
  check<float, 3, 10>();
  check<float, 17, 26>();
  check<float, 31, 47>();
  check<float, 33, 3>();
  check<float, 1, 300>();
  check<double, 5, 31>();
  check<double, 9, 2>();
}

BOOST_AUTO_TEST_CASE(large_logits_neither_overflow_nor_vanish) {
  const float logits[] = {10'000, -10'000, 10'000, -10'000};
  const std::int32_t labels[] = {0, 1};
  float losses[2] = {};
  dl::cross_entropy_rows<float, 2, 2>(logits, labels, losses);
  BOOST_TEST(losses[0] == 0);
  BOOST_TEST(losses[1] == 20'000);
}
