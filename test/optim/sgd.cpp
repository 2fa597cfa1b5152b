#include <hello_dl/optim/sgd.hpp>

#include <golden/optim/sgd.hpp>
#include <support/check_trajectory.hpp>

namespace {

namespace dl = hello_dl;

BOOST_AUTO_TEST_CASE(plain) { check::check_trajectory<golden::sgd_plain, dl::sgd{.lr = 0.1}>(); }

BOOST_AUTO_TEST_CASE(momentum) { check::check_trajectory<golden::sgd_momentum, dl::sgd{.lr = 0.1, .momentum = 0.9}>(); }

BOOST_AUTO_TEST_CASE(momentum_and_weight_decay) {
  check::check_trajectory<golden::sgd_weight_decay, dl::sgd{.lr = 0.1, .momentum = 0.5, .weight_decay = 0.25}>();
}

BOOST_AUTO_TEST_CASE(nesterov) {
  check::check_trajectory<golden::sgd_nesterov, dl::sgd{.lr = 0.125, .momentum = 0.75, .nesterov = true}>();
  check::check_trajectory<golden::sgd_nesterov_weight_decay,
                          dl::sgd{.lr = 0.0625, .momentum = 0.5, .weight_decay = 0.25, .nesterov = true}>();
}

}  // namespace
