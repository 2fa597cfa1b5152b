#include <hello_dl/optim/adam.hpp>

#include <golden/optim/adam.hpp>
#include <support/check_trajectory.hpp>

#include <cmath>
#include <limits>

namespace {

namespace dl = hello_dl;

BOOST_AUTO_TEST_CASE(defaults) { check::check_trajectory<golden::adam_default, dl::adam{}>(); }

BOOST_AUTO_TEST_CASE(long_steps) { check::check_trajectory<golden::adam_fast, dl::adam{.lr = 0.1}>(); }

BOOST_AUTO_TEST_CASE(everything_else) {
  check::check_trajectory<golden::adam_other, dl::adam{.lr = 0.1, .beta1 = 0.5, .beta2 = 0.75, .eps = 0.125}>();
}

BOOST_AUTO_TEST_CASE(weight_decay) {
  check::check_trajectory<golden::adam_weight_decay, dl::adam{.lr = 0.05, .weight_decay = 0.25}>();
}

/// All lanes of V.
template <class V, class T>
T root(T x) {
  volatile T value = x;  // or the compiler would compute it
  const V lanes = dl::detail::root_of_squares(V(value));
  for (int lane = 1; lane < dl::native_lanes<T>; ++lane)
    BOOST_TEST((lanes[lane] == lanes[0] || std::isnan(lanes[0])));
  return lanes[0];
}

BOOST_AUTO_TEST_CASE(the_root_in_vectors_is_that_of_the_standard_library) {
  using V = dl::simd<float, dl::native_lanes<float>>;
  for (float x = 1e-37f; x < 1e38f; x *= 1.37f) {
    const double error = std::abs(static_cast<double>(root<V>(x)) / std::sqrt(static_cast<double>(x)) - 1);
    BOOST_TEST(error < 2 * std::numeric_limits<float>::epsilon(), "sqrt(" << x << ") is off by " << error);
  }
  const float infinity = std::numeric_limits<float>::infinity();
  BOOST_TEST(root<V>(0.0f) == 0);
  BOOST_TEST(root<V>(infinity) == infinity);
  BOOST_TEST(std::isnan(root<V>(std::numeric_limits<float>::quiet_NaN())));
  BOOST_TEST(root<V>(std::numeric_limits<float>::max()) == std::sqrt(std::numeric_limits<float>::max()),
             boost::test_tools::tolerance(1e-6f));
}

}  // namespace
