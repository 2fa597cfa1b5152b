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

}  // namespace
