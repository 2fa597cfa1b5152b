// Schedules go as PyTorch's.
#include <hello_dl/optim/schedule.hpp>

#include <golden/optim/schedule.hpp>

namespace {

namespace dl = hello_dl;

/// Within 1e-13 of the largest learning rate, which is 0.3.
template <dl::extent Steps, class Schedule>
constexpr bool follows(const golden::tensor<double, Steps>& expected, const Schedule& schedule) {
  for (dl::extent step = 0; step < Steps; ++step)
    if (dl::math::abs(schedule(step) - expected[step]) > 0.3e-13) return false;
  return true;
}

static_assert(follows(golden::step_lr, dl::step_lr{.lr = 0.3, .step_size = 7}));
static_assert(follows(golden::step_lr_half, dl::step_lr{.lr = 0.3, .step_size = 4, .gamma = 0.5}));
static_assert(follows(golden::linear_lr, dl::linear_lr{.lr = 0.3}));
static_assert(follows(golden::linear_lr_other,
                      dl::linear_lr{.lr = 0.3, .start_factor = 0.125, .end_factor = 0.75, .total_iters = 17}));
static_assert(follows(golden::cosine_annealing_lr, dl::cosine_annealing_lr{.lr = 0.3, .t_max = 10}));
static_assert(follows(golden::cosine_annealing_lr_above, dl::cosine_annealing_lr{.lr = 0.3, .t_max = 24, .eta_min = 0.01}));
static_assert(follows(golden::one_cycle_lr, dl::one_cycle_lr{.max_lr = 0.3, .total_steps = 25}));
static_assert(follows(golden::one_cycle_lr_other, dl::one_cycle_lr{.max_lr = 0.3, .total_steps = 17, .pct_start = 0.5,
                                                                   .div_factor = 10, .final_div_factor = 100}));
static_assert(follows(golden::one_cycle_lr_short, dl::one_cycle_lr{.max_lr = 0.3, .total_steps = 3}));

// A warm-up and what follows it.
static_assert(follows(golden::warm_up_and_cosine,
                      dl::sequential_lr{dl::linear_lr{.lr = 0.3, .start_factor = 0.125, .total_iters = 6}, 6,
                                        dl::cosine_annealing_lr{.lr = 0.3, .t_max = 19, .eta_min = 0.01}}));
static_assert(follows(golden::three_schedules,
                      dl::sequential_lr{dl::linear_lr{.lr = 0.3, .total_iters = 3}, 5,
                                        dl::sequential_lr{dl::step_lr{.lr = 0.3, .step_size = 4, .gamma = 0.5}, 9,
                                                          dl::cosine_annealing_lr{.lr = 0.3, .t_max = 11}}}));
static_assert(dl::sequential_lr{dl::step_lr{.lr = 1, .step_size = 9}, 0, dl::step_lr{.lr = 2, .step_size = 9}}(0) == 2);

static_assert(!follows(golden::step_lr, dl::step_lr{.lr = 0.3, .step_size = 6}));
static_assert(dl::linear_lr{.lr = 1, .total_iters = 0}(0) == 1);
static_assert(dl::one_cycle_lr{.max_lr = 1, .total_steps = 10, .pct_start = 0.1}(0) == 1);  // nothing to divide by
static_assert(dl::one_cycle_lr{.max_lr = 1, .total_steps = 10, .div_factor = 2, .final_div_factor = 4}(1000) == 0.125);

}  // namespace
