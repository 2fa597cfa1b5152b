#pragma once
/// Schedules: the learning rate for each step (or epoch), counted from 0, as a function object. Before a step,
/// `trainer.optimiser.lr = schedule(step)`. Names, defaults and formulas as in torch.optim.lr_scheduler, where a
/// scheduler changes the optimiser's lr: here lr comes first.

#include <hello_dl/core/math.hpp>

namespace hello_dl {

/// lr, multiplied by gamma every step_size steps.
struct step_lr {
  double lr;
  long step_size;
  double gamma = 0.1;

  constexpr double operator()(long step) const { return lr * math::pow(gamma, static_cast<double>(step / step_size)); }
};

/// A straight line from start_factor lr to end_factor lr in total_iters steps, constant after them: a warm-up.
struct linear_lr {
  double lr;
  double start_factor = 1.0 / 3;
  double end_factor = 1;
  long total_iters = 5;

  constexpr double operator()(long step) const {
    if (step >= total_iters) return lr * end_factor;
    return lr * (start_factor + (end_factor - start_factor) * static_cast<double>(step) / static_cast<double>(total_iters));
  }
};

namespace detail {
/// Half a period of a cosine, from `start` at part = 0 to `end` at part = 1.
constexpr double cosine_between(double start, double end, double part) {
  constexpr double pi = 3.141592653589793;
  return end + (start - end) / 2 * (1 + math::cos(pi * part));
}
}  // namespace detail

/// From lr to eta_min in t_max steps along half a period of a cosine, and back again in as many
/// (Loshchilov and Hutter 2017, "SGDR: Stochastic Gradient Descent with Warm Restarts", equation 5).
struct cosine_annealing_lr {
  double lr;
  long t_max;
  double eta_min = 0;

  constexpr double operator()(long step) const {
    return detail::cosine_between(lr, eta_min, static_cast<double>(step) / static_cast<double>(t_max));
  }
};

/// From max_lr / div_factor up to max_lr in the first pct_start of total_steps, then down to
/// max_lr / (div_factor final_div_factor) at the last one, each along half a period of a cosine (Smith and Topin
/// 2018, "Super-Convergence: Very Fast Training of Neural Networks Using Large Learning Rates"). Constant after
/// that. The momentum stays as it is (PyTorch: cycle_momentum=False).
struct one_cycle_lr {
  double max_lr;
  long total_steps;
  double pct_start = 0.3;
  double div_factor = 25;
  double final_div_factor = 1e4;

  constexpr double operator()(long step) const {
    const double first = max_lr / div_factor, last = first / final_div_factor;
    const double at = static_cast<double>(step), end = static_cast<double>(total_steps - 1);
    const double peak = pct_start * static_cast<double>(total_steps) - 1;
    if (at >= end) return last;
    if (at < peak) return detail::cosine_between(first, max_lr, at / peak);
    return detail::cosine_between(max_lr, last, (at - peak) / (end - peak));
  }
};

/// `first` for the steps before `milestone`, then `second`, which counts its steps from there: after a warm-up,
/// what follows it. Both may be of this kind again. (PyTorch: SequentialLR.)
template <class First, class Second>
struct sequential_lr {
  First first;
  long milestone;
  Second second;

  constexpr double operator()(long step) const { return step < milestone ? first(step) : second(step - milestone); }
};
template <class First, class Second>
sequential_lr(First, long, Second) -> sequential_lr<First, Second>;

}  // namespace hello_dl
