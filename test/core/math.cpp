// Errors of the elementary functions are within what their comments say, and lanes give the bits of
// scalars. Single values and corner cases are in math.static.cpp.
#include "math/accuracy.hpp"

#include <boost/mpl/list.hpp>

namespace math = hello_dl::math;

using types = boost::mpl::list<float, double>;

namespace {

/// Both samples: every exponent, and where the function does not saturate.
template <class T, class Function, class Exact>
void check(const char* name, T first, T last, double most_ulp, Function function, Exact exact) {
  accuracy::check(name, accuracy::every_exponent<T>(), most_ulp, function, exact);
  accuracy::check(name, accuracy::interval<T>(first, last), most_ulp, function, exact);
}

long double exact_sigmoid(long double x) {
  return x > 0 ? 1 / (1 + std::exp(-x)) : std::exp(x) / (1 + std::exp(x));
}

/// The numbers next to multiples of pi/2, where what is left of x is smallest.
template <class T>
std::vector<T> quarter_turns(T last) {
  constexpr int steps = 200'000;
  const long double quarter = std::acos(-1.0L) / 2;
  const long double step = std::fmax(1.0L, std::floor(last / quarter / steps));
  std::vector<T> sample;
  for (long double n = 0; n * quarter < last; n += step)
    sample.push_back(static_cast<T>(n * quarter));
  return sample;
}

}  // namespace

BOOST_AUTO_TEST_CASE_TEMPLATE(exponential, T, types) {
  const T most = std::numeric_limits<T>::digits == 24 ? 110 : 750;
  check<T>(
      "exp", -most, most, 0.9, [](auto x) { return math::exp(x); },
      [](long double x) { return std::exp(x); });
}

BOOST_AUTO_TEST_CASE_TEMPLATE(logarithm, T, types) {
  check<T>(
      "log", T(0.5), 3, 0.85, [](auto x) { return math::log(x); },
      [](long double x) { return std::log(x); });
}

/// Both are functions of one sign; numbers of the other are turned or cut.
BOOST_AUTO_TEST_CASE_TEMPLATE(exponential_minus_one_and_logarithm_of_one_plus, T, types) {
  const T least = std::numeric_limits<T>::digits == 24 ? -110 : -750;
  const auto expm1 = [](auto x) { return math::expm1_of_negative(math::minimum(x, decltype(x)(0))); };
  check<T>("expm1_of_negative", least, 0, 0.95, expm1, [](long double x) { return std::expm1(x < 0 ? x : x != x ? x : 0); });
  accuracy::check("expm1_of_negative", accuracy::interval<T>(-1, 0), 0.95, expm1, [](long double x) { return std::expm1(x); });
  const T most = std::numeric_limits<T>::max();
  const auto log1p = [=](auto x) { return math::log1p_of_positive(math::minimum(math::abs(x), decltype(x)(most))); };
  check<T>("log1p_of_positive", 0, 3, 1.25, log1p,
           [=](long double x) { return std::log1p(std::fabs(x) > most ? most : std::fabs(x)); });
}

BOOST_AUTO_TEST_CASE_TEMPLATE(square_root, T, types) {
  check<T>(
      "sqrt", 0, 10, 0.5, [](auto x) { return math::sqrt(x); },
      [](long double x) { return std::sqrt(x); });
}

BOOST_AUTO_TEST_CASE_TEMPLATE(hyperbolic_tangent, T, types) {
  check<T>(
      "tanh", -4, 4, 1.5, [](auto x) { return math::tanh(x); },
      [](long double x) { return std::tanh(x); });
}

BOOST_AUTO_TEST_CASE_TEMPLATE(sigmoid, T, types) {
  check<T>(
      "sigmoid", -20, 20, 1.9, [](auto x) { return math::sigmoid(x); }, exact_sigmoid);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(error_function, T, types) {
  check<T>(
      "erf", -6, 6, 1.5, [](auto x) { return math::erf(x); },
      [](long double x) { return std::erf(x); });
}

BOOST_AUTO_TEST_CASE_TEMPLATE(sine_and_cosine, T, types) {
  const T most = math::detail::largest_angle<T>;
  const auto sin = [](auto x) { return math::sin(x); };
  const auto cos = [](auto x) { return math::cos(x); };
  const auto exact_sin = [](long double x) { return std::sin(x); };
  const auto exact_cos = [](long double x) { return std::cos(x); };
  check<T>("sin", -10, 10, 1.6, sin, exact_sin);
  check<T>("cos", -10, 10, 1.6, cos, exact_cos);
  for (const auto& sample : {accuracy::interval<T>(-most, most), quarter_turns<T>(most)}) {
    accuracy::check("sin", sample, 1.6, sin, exact_sin);
    accuracy::check("cos", sample, 1.6, cos, exact_cos);
  }
}

BOOST_AUTO_TEST_CASE_TEMPLATE(rounding, T, types) {
  check<T>(
      "floor", -5, 5, 0, [](auto x) { return math::floor(x); },
      [](long double x) { return std::floor(x); });
  check<T>(
      "abs", -5, 5, 0, [](auto x) { return math::abs(x); },
      [](long double x) { return std::fabs(x); });
}

BOOST_AUTO_TEST_CASE_TEMPLATE(maximum_and_minimum_keep_nan, T, types) {
  const T nan = std::numeric_limits<T>::quiet_NaN();
  const T pairs[][2] = {{1, 2}, {2, 1}, {-3, -3}, {nan, 1}, {1, nan}, {nan, nan}};
  using V = hello_dl::simd<T, 4>;
  for (const auto [a, b] : pairs) {
    const T larger = a != a || b != b ? nan : std::fmax(a, b);
    const T smaller = a != a || b != b ? nan : std::fmin(a, b);
    BOOST_TEST(accuracy::same_bits(math::maximum(V(a), V(b))[3], larger), a << ' ' << b);
    BOOST_TEST(accuracy::same_bits(math::minimum(V(a), V(b))[3], smaller), a << ' ' << b);
    BOOST_TEST(accuracy::same_bits(math::maximum(a, b), larger), a << ' ' << b);
    BOOST_TEST(accuracy::same_bits(math::minimum(a, b), smaller), a << ' ' << b);
  }
}

BOOST_AUTO_TEST_CASE(only_far_angles_go_to_the_library) {
  const float elements[] = {1, 1e30f, -2, 3};
  const auto sines = math::sin(hello_dl::load<hello_dl::simd<float, 4>>(elements));
  BOOST_TEST(sines[1] == std::sin(1e30f));
  for (const int lane : {0, 2, 3}) BOOST_TEST(sines[lane] == math::sin(elements[lane]));
}
