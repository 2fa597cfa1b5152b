#include "progress.hpp"

#include <algorithm>
#include <chrono>
#include <iostream>
#include <utility>

namespace samples {
namespace {

constexpr double seconds_between_bars = 0.1;
constexpr double seconds_between_lines = 10;

// The cursor waits at the start of the bar: if the window shrinks and the bar is broken into
// several lines, clearing from there to the end of the screen still removes all of it and nothing
// else.
constexpr auto clear_to_end = "\r\033[J";
constexpr auto wrapping_off = "\033[?7l", wrapping_on = "\033[?7h";

double ratio(double a, double b) { return b > 0 ? a / b : 0; }

}  // namespace

progress_output to_standard_output() {
  return {std::cout, standard_output, [] {
            const auto now = std::chrono::steady_clock::now().time_since_epoch();
            return std::chrono::duration<double>(now).count();
          }};
}

progress::progress(int epochs, std::size_t samples_per_epoch, progress_output output)
    : output_{std::move(output)}, epochs_{epochs}, samples_per_epoch_{samples_per_epoch} {
  start_ = epoch_start_ = last_step_ = last_shown_ = output_.seconds();
}

progress::~progress() { clear_bar(); }

void progress::skip(int epochs, std::size_t samples) {
  epoch_ = epochs + 1;
  skipped_ = samples;
  skipped_part_ = (epochs + ratio(static_cast<double>(samples), static_cast<double>(samples_per_epoch_))) / epochs_;
}

void progress::step(std::size_t samples, double mean_loss, std::size_t correct) {
  samples_ += samples;
  correct_ += correct;
  loss_sum_ += mean_loss * static_cast<double>(samples);
  last_step_ = output_.seconds();
  const double waited = last_step_ - last_shown_;
  if (waited < seconds_between_bars) return;
  const screen now = output_.ask_screen();
  if (now.interactive || waited >= seconds_between_lines) show(now);
}

void progress::end_epoch(double validation_accuracy) {
  clear_bar();
  output_.stream << epoch_line(figures(), validation_accuracy) << std::endl;
  ++epoch_;
  samples_ = correct_ = skipped_ = 0;
  loss_sum_ = 0;
  epoch_start_ = last_step_ = last_shown_ = output_.seconds();
}

progress_figures progress::figures() const {
  const auto samples = static_cast<double>(samples_);
  const double done = std::min(1., ratio(static_cast<double>(skipped_ + samples_), static_cast<double>(samples_per_epoch_)));
  const double all_done = (epoch_ - 1 + done) / epochs_;
  return {.epoch = epoch_,
          .epochs = epochs_,
          .done = done,
          .loss = ratio(loss_sum_, samples),
          .accuracy = ratio(static_cast<double>(correct_), samples),
          .samples_per_second = ratio(samples, last_step_ - epoch_start_),
          .seconds_left = ratio((last_step_ - start_) * (1 - all_done), all_done - skipped_part_)};
}

void progress::show(const screen& now) {
  last_shown_ = last_step_;
  if (now.interactive)
    output_.stream << clear_to_end << wrapping_off << progress_bar(figures(), now) << wrapping_on
                   << '\r' << std::flush;
  else output_.stream << progress_line(figures()) << std::endl;
  bar_is_shown_ = now.interactive;
}

void progress::clear_bar() {
  if (bar_is_shown_) output_.stream << clear_to_end << std::flush;
  bar_is_shown_ = false;
}

}  // namespace samples
