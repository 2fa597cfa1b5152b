#include <hello_dl/core/softmax.hpp>

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <limits>

#include "integers.hpp"

namespace dl = hello_dl;

namespace {

constexpr float infinity = std::numeric_limits<float>::infinity();
constexpr float not_a_number = std::numeric_limits<float>::quiet_NaN();

/// Within a few roundings of values up to 1 (softmax) or 16 (log_softmax).
template <class T>
constexpr double tolerance = 32 * std::numeric_limits<T>::epsilon();

template <class T, dl::extent Outer, dl::extent Axis, dl::extent Inner>
void check() {
  const auto x = integers<T>(Outer * Axis * Inner, 0);
  std::vector<T> soft(x.size()), log_soft(x.size());
  dl::softmax<T, Outer, Axis, Inner>(x.data(), soft.data());
  dl::log_softmax<T, Outer, Axis, Inner>(x.data(), log_soft.data());
  for (dl::extent row = 0; row < Outer * Inner; ++row) {
    const auto at = [&](dl::extent i) {
      return static_cast<std::size_t>((row / Inner * Axis + i) * Inner + row % Inner);
    };
    double sum = 0;
    for (dl::extent i = 0; i < Axis; ++i) sum += std::exp(static_cast<double>(x[at(i)]));
    for (dl::extent i = 0; i < Axis; ++i) {
      const double expected = static_cast<double>(x[at(i)]) - std::log(sum);
      BOOST_REQUIRE_SMALL(log_soft[at(i)] - expected, tolerance<T>);
      BOOST_REQUIRE_SMALL(soft[at(i)] - std::exp(expected), tolerance<T>);
    }
  }
}

struct both {
  std::vector<float> soft, log_soft;
};
template <dl::extent Count>
both of_row(const std::vector<float>& x) {
  both result{x, x};
  dl::softmax<float, 1, Count, 1>(x.data(), result.soft.data());
  dl::log_softmax<float, 1, Count, 1>(x.data(), result.log_soft.data());
  return result;
}

}  // namespace

BOOST_AUTO_TEST_CASE(agrees_with_the_definition_in_double) {
  check<float, 3, 26, 1>();
  check<float, 2, 1, 1>();
  check<float, 1, 300, 1>();
  check<float, 2, 33, 17>();
  check<double, 5, 31, 1>();
  check<double, 2, 10, 3>();
}

BOOST_AUTO_TEST_CASE(large_values_neither_overflow_nor_vanish) {
  const auto [soft, log_soft] = of_row<3>({10'000, 10'000, -10'000});
  BOOST_TEST(soft == (std::vector<float>{0.5f, 0.5f, 0}), boost::test_tools::per_element());
  BOOST_CHECK_CLOSE(log_soft[0], -std::log(2.f), 1e-4);
  BOOST_CHECK_CLOSE(log_soft[2], -20'000 - std::log(2.f), 1e-4);
}

BOOST_AUTO_TEST_CASE(infinities_and_nan_as_in_pytorch) {
  const auto masked = of_row<3>({0, -infinity, 0});
  BOOST_TEST(masked.soft == (std::vector<float>{0.5f, 0, 0.5f}), boost::test_tools::per_element());
  BOOST_TEST(masked.log_soft[1] == -infinity);
  for (const float bad : {infinity, not_a_number}) {
    const auto [soft, log_soft] = of_row<19>([&] {
      std::vector<float> x(19);
      x[18] = bad;
      return x;
    }());
    BOOST_TEST(std::isnan(soft[18]));
    BOOST_TEST(std::isnan(log_soft[18]));
  }
  for (const float y : of_row<5>(std::vector<float>(5, -infinity)).soft) BOOST_TEST(std::isnan(y));
}
