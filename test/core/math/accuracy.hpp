#pragma once
/// Measures an elementary function against the C library's for long double, and its lanes against
/// its scalars, over samples that reach every exponent.

#include <hello_dl/core/math.hpp>

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <cstring>
#include <limits>
#include <vector>

namespace accuracy {

/// The distance of x from `exact` in ulp of the latter; infinite if one of them is infinite or NaN
/// and the other is not the same.
template <class T>
double error_in_ulp(T x, long double exact) {
  using limits = std::numeric_limits<T>;
  const T rounded = static_cast<T>(exact);
  if (std::isnan(x) && std::isnan(rounded)) return 0;
  if (!std::isfinite(x) || !std::isfinite(rounded)) return x == rounded ? 0 : HUGE_VAL;
  const T magnitude = std::fmax(std::fabs(rounded), limits::min());
  const long double ulp = std::scalbn(1.0L, std::ilogb(magnitude) - (limits::digits - 1));
  return static_cast<double>(std::fabs(x - exact) / ulp);
}

/// Numbers whose bits count up in equal steps: all signs and exponents, subnormal numbers, NaN.
template <class T>
std::vector<T> every_exponent() {
  using word = hello_dl::detail::unsigned_word<sizeof(T)>;
  constexpr word steps = 200'003;
  std::vector<T> sample;
  for (word i = 0; i < steps; ++i) sample.push_back(std::bit_cast<T>(~word{0} / steps * i + i));
  return sample;
}

/// 200,000 numbers in equal steps.
template <class T>
std::vector<T> interval(T first, T last) {
  constexpr int steps = 200'000;
  std::vector<T> sample;
  for (int i = 0; i < steps; ++i)
    sample.push_back(first + (last - first) * static_cast<T>(i) / static_cast<T>(steps));
  return sample;
}

template <class T>
bool same_bits(T a, T b) {
  return std::memcmp(&a, &b, sizeof(T)) == 0 || (a != a && b != b);
}

template <class T, int N, class Function>
void check_lanes(const char* name, const std::vector<T>& sample, Function function) {
  using V = hello_dl::simd<T, N>;
  for (std::size_t i = 0; i + N <= sample.size(); i += N) {
    T lanes[N];
    hello_dl::store(lanes, function(hello_dl::load<V>(&sample[i])));
    for (std::size_t lane = 0; lane < N; ++lane) {
      const T x = sample[i + lane];
      if (!same_bits(lanes[lane], function(x)))
        BOOST_ERROR(name << '(' << x << "): " << function(x) << ", but " << lanes[lane]
                         << " in a lane of " << N);
    }
  }
}

template <class T, class Function, class Exact>
void check(const char* name, const std::vector<T>& sample, double most_ulp, Function function,
           Exact exact) {
  double worst = 0;
  T at = 0;
  for (const T x : sample)
    if (const double error = error_in_ulp(function(x), exact(static_cast<long double>(x)));
        error > worst)
      worst = error, at = x;
  BOOST_TEST(worst <= most_ulp, name << '(' << at << ") is " << worst << " ulp off");
  check_lanes<T, 2>(name, sample, function);
  check_lanes<T, 4>(name, sample, function);
  check_lanes<T, 16>(name, sample, function);
}

}  // namespace accuracy
