#include <hello_dl/optim/rmsprop.hpp>

#include <golden/optim/rmsprop.hpp>
#include <support/check_trajectory.hpp>

namespace {

namespace dl = hello_dl;

BOOST_AUTO_TEST_CASE(defaults) { check::check_trajectory<golden::rmsprop_default, dl::rmsprop{}>(); }

BOOST_AUTO_TEST_CASE(momentum) {
  check::check_trajectory<golden::rmsprop_momentum,
                          dl::rmsprop{.lr = 0.05, .alpha = 0.75, .eps = 0.125, .momentum = 0.5}>();
}

BOOST_AUTO_TEST_CASE(weight_decay) {
  check::check_trajectory<golden::rmsprop_weight_decay, dl::rmsprop{.weight_decay = 0.25}>();
}

BOOST_AUTO_TEST_CASE(centered) {
  constexpr double in_float = 4e-6;  // a difference of squares
  check::check_trajectory<golden::rmsprop_centered, dl::rmsprop{.centered = true}>(in_float);
  check::check_trajectory<golden::rmsprop_centered_other,
                          dl::rmsprop{.lr = 0.05, .alpha = 0.75, .eps = 0.125, .momentum = 0.5, .weight_decay = 0.25,
                                      .centered = true}>(in_float);
}

/// The mean of the squares of equal gradients and the square of their mean end up next to one another.
template <class V>
bool stays_a_number() {
  using T = dl::lane_type<V>;
  T parameters[16] = {}, squares[16] = {}, velocity[16] = {}, mean[16] = {};
  T* const state[] = {squares, velocity, mean};
  const auto rule = dl::rmsprop{.alpha = 0.5, .centered = true}.rule<T>(1);
  for (int step = 0; step < 100; ++step) rule(parameters, state, 0, V(T(0.3)));
  return parameters[0] < 0;
}

BOOST_AUTO_TEST_CASE(a_gradient_that_does_not_change) {
  BOOST_TEST(stays_a_number<float>());
  BOOST_TEST(stays_a_number<double>());
  BOOST_TEST((stays_a_number<dl::simd<float, dl::native_lanes<float>>>()));
  BOOST_TEST((stays_a_number<dl::simd<double, dl::native_lanes<double>>>()));
}

}  // namespace
