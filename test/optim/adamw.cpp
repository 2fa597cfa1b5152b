#include <hello_dl/optim/adamw.hpp>

#include <golden/optim/adamw.hpp>
#include <support/check_trajectory.hpp>

namespace {

namespace dl = hello_dl;

BOOST_AUTO_TEST_CASE(defaults) { check::check_trajectory<golden::adamw_default, dl::adamw{}>(); }

BOOST_AUTO_TEST_CASE(everything_else) {
  check::check_trajectory<golden::adamw_other,
                          dl::adamw{.lr = 0.05, .beta1 = 0.5, .beta2 = 0.75, .eps = 0.125, .weight_decay = 0.25}>();
}

}  // namespace
