#include <hello_dl/optim/clipped.hpp>

#include <hello_dl/optim/adam.hpp>
#include <hello_dl/optim/sgd.hpp>

#include <golden/optim/clipped.hpp>
#include <support/check_trajectory.hpp>

#include <limits>

namespace {

namespace dl = hello_dl;

BOOST_AUTO_TEST_CASE(with_sgd) {
  check::check_trajectory<golden::clipped_sgd,
                          dl::clipped{dl::sgd{.lr = 0.1, .momentum = 0.9, .weight_decay = 0.25}, 2.5}>(4e-6);
}

BOOST_AUTO_TEST_CASE(with_adam) {
  check::check_trajectory<golden::clipped_adam, dl::clipped{dl::adam{.lr = 0.1}, 0.5}>();
}

constexpr dl::clipped optimiser{dl::sgd{.lr = 0.1}, 2};
static_assert(optimiser.lr == 0.1 && dl::clips_gradient<decltype(optimiser)> && !dl::clips_gradient<dl::sgd>);
static_assert(optimiser.scale(0) == 1 && optimiser.scale(1.5) == 1 && optimiser.scale(4 - 1e-6) == 0.5);
static_assert(optimiser.scale(std::numeric_limits<double>::infinity()) == 0);

BOOST_AUTO_TEST_CASE(a_norm_that_is_no_number_is_seen) {
  const double scale = optimiser.scale(std::numeric_limits<double>::quiet_NaN());
  BOOST_TEST(scale != scale);
}

}  // namespace
