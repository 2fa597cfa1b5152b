// What the initial distributions fill tensors with: 24,576 numbers each, always the same.
#include <hello_dl/nn/initialise.hpp>

#include <hello_dl/runtime/parameters.hpp>

#include <cmath>

namespace {

namespace dl = hello_dl;
namespace init = hello_dl::init;

using weight = dl::shape<256, 96>;
constexpr double fan_in = 96, fan_out = 256;

struct model {
  dl::parameter<weight, init::fan_in_uniform<>> fan_in_uniform;
  dl::parameter<weight, init::kaiming_uniform> kaiming_uniform;
  dl::parameter<weight, init::kaiming_normal> kaiming_normal;
  dl::parameter<weight, init::xavier_uniform> xavier_uniform;
  dl::parameter<weight, init::xavier_normal> xavier_normal;
  dl::parameter<weight, init::zeros> zeros;
  dl::parameter<weight, init::ones> ones;
};

/// The mean of x^power.
template <class T>
double moment(std::span<const T> values, int power) {
  double sum = 0;
  for (const T value : values) sum += std::pow(static_cast<double>(value), power);
  return sum / static_cast<double>(values.size());
}

/// Mean 0, the given variance, and the kurtosis that tells uniform (9/5) from normal (3), each within
/// about five times its sampling error.
template <class T>
void check_moments(std::span<const T> values, double variance, double kurtosis) {
  BOOST_TEST(std::abs(moment(values, 1)) < 0.03 * std::sqrt(variance));
  BOOST_TEST(moment(values, 2) / variance == 1, boost::test_tools::tolerance(0.04));
  BOOST_TEST(moment(values, 4) / (variance * variance) == kurtosis, boost::test_tools::tolerance(0.1));
}

template <class T>
void check_uniform(std::span<const T> values, double bound) {
  check_moments(values, bound * bound / 3, 9.0 / 5);
  const auto [lowest, highest] = std::minmax_element(values.begin(), values.end());
  BOOST_TEST((*lowest >= -static_cast<T>(bound) && *lowest < -0.99 * bound));
  BOOST_TEST((*highest <= static_cast<T>(bound) && *highest > 0.99 * bound));
}

template <class T>
void check_normal(std::span<const T> values, double variance) {
  check_moments(values, variance, 3);
}

using element_types = std::tuple<float, double>;
BOOST_AUTO_TEST_CASE_TEMPLATE(moments_and_bounds, T, element_types) {
  const dl::parameters<model, T> filled{1};
  const auto values = [&](int number) { return std::span<const T>(filled[number].values); };
  check_uniform(values(0), 1 / std::sqrt(fan_in));
  check_uniform(values(1), std::sqrt(6 / fan_in));
  check_normal(values(2), 2 / fan_in);
  check_uniform(values(3), std::sqrt(6 / (fan_in + fan_out)));
  check_normal(values(4), 2 / (fan_in + fan_out));
  BOOST_TEST(std::count(values(5).begin(), values(5).end(), T(0)) == weight::size);
  BOOST_TEST(std::count(values(6).begin(), values(6).end(), T(1)) == weight::size);
}

}  // namespace
