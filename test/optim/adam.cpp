#include <hello_dl/optim/adam.hpp>

#include <golden/optim/adam.hpp>
#include <support/check_trajectory.hpp>

namespace {

namespace dl = hello_dl;

BOOST_AUTO_TEST_CASE(defaults) { check::check_trajectory<golden::adam_default, dl::adam{}>(); }

BOOST_AUTO_TEST_CASE(long_steps) { check::check_trajectory<golden::adam_fast, dl::adam{.lr = 0.1}>(); }

BOOST_AUTO_TEST_CASE(everything_else) {
  check::check_trajectory<golden::adam_other, dl::adam{.lr = 0.1, .beta1 = 0.5, .beta2 = 0.75, .eps = 0.125}>();
}

}  // namespace
