// Powers: errors over bases and exponents of all sizes, and all corner cases of std::pow.
#include "accuracy.hpp"

#include <boost/mpl/list.hpp>

namespace math = hello_dl::math;

using types = boost::mpl::list<float, double>;

namespace {

/// base^exponent in the lanes of a vector, and that it is the scalar's result.
template <class T>
T pow_everywhere(T base, T exponent) {
  using V = hello_dl::simd<T, 4>;
  const T scalar = math::pow(base, exponent);
  const V lanes = math::pow(V(base), V(exponent));
  if (!accuracy::same_bits(scalar, lanes[3]))
    BOOST_ERROR(base << '^' << exponent << " is " << lanes[3] << " in a lane, not " << scalar);
  return scalar;
}

}  // namespace

BOOST_AUTO_TEST_CASE_TEMPLATE(powers_are_accurate, T, types) {
  const long double largest_log = std::log(static_cast<long double>(std::numeric_limits<T>::max()));
  double worst = 0;
  for (const T base : accuracy::every_exponent<T>()) {
    if (!std::isfinite(base) || base == 0 || std::fabs(base) == 1) continue;
    const long double log_base = std::log(std::fabs(static_cast<long double>(base)));
    for (const long double share : {-1.03L, -0.7L, -0.01L, 0.002L, 0.3L, 1.01L}) {
      T exponent = static_cast<T>(share * largest_log / log_base);
      if (base < 0) exponent = std::round(exponent);
      const T power = pow_everywhere(base, exponent);
      const long double exact = std::pow(static_cast<long double>(base), exponent);
      worst = std::fmax(worst, accuracy::error_in_ulp(power, exact));
    }
  }
  BOOST_TEST(worst <= 1.1, worst << " ulp");
}

BOOST_AUTO_TEST_CASE_TEMPLATE(small_whole_powers_are_exact, T, types) {
  for (int base = -30; base <= 30; ++base)
    for (int exponent = 0, power = 1; exponent <= 4; ++exponent, power *= base)
      BOOST_TEST(pow_everywhere(T(base), T(exponent)) == T(power), base << '^' << exponent);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(corner_cases_are_those_of_std_pow, T, types) {
  using limits = std::numeric_limits<T>;
  const T values[] = {0, 1, 2, 3, 0.5, 1.5, 1e6, T(1e30), limits::max(), limits::min(),
                      limits::denorm_min(), limits::infinity(), limits::quiet_NaN(),
                      // neighbours of 1, and the odd number from which on all are even
                      1 + limits::epsilon(), 1 - limits::epsilon() / 2, 2 / limits::epsilon() - 1};
  for (const T base : values)
    for (const T exponent : values)
      for (const T x : {base, -base})
        for (const T y : {exponent, -exponent}) {
          const T power = pow_everywhere(x, y), expected = std::pow(x, y);
          BOOST_TEST(accuracy::error_in_ulp(power, expected) <= 1,
                     x << '^' << y << " is " << expected << ", not " << power);
          if (expected == expected)
            BOOST_TEST(std::signbit(power) == std::signbit(expected), x << '^' << y);
        }
}
