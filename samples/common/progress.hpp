#pragma once
/// Shows how a training goes: a bar on a terminal, otherwise a plain line now and then.

#include <cstddef>
#include <functional>
#include <iosfwd>

#include "progress_text.hpp"
#include "screen.hpp"

namespace samples {

/// Where progress is shown, and by which clock.
struct progress_output {
  std::ostream& stream;
  std::function<screen()> ask_screen;
  std::function<double()> seconds;  ///< monotonic
};

/// Standard output, and the steady clock.
progress_output to_standard_output();

/// Reports a training of several epochs.
///
///   progress bar{epochs, images};
///   for each epoch:
///     for each batch: bar.step(batch_size, loss, correct);
///     bar.end_epoch(validation_accuracy);
class progress {
 public:
  progress(int epochs, std::size_t samples_per_epoch,
           progress_output output = to_standard_output());
  ~progress();
  progress(const progress&) = delete;
  progress& operator=(const progress&) = delete;

  /// Begins in the midst: so many epochs, and so many samples of the next, were done before.
  void skip(int epochs, std::size_t samples);

  /// After each mini-batch: its size, its mean loss, and how many of its samples were guessed
  /// right. Shows the means over the epoch so far, at most ten times a second on a terminal and
  /// every ten seconds elsewhere.
  void step(std::size_t samples, double mean_loss, std::size_t correct);

  /// Prints the epoch's line, which stays. The accuracy is in [0, 1].
  void end_epoch(double validation_accuracy);

 private:
  progress_figures figures() const;
  void show(const screen& output);
  void clear_bar();

  progress_output output_;
  int epochs_;
  std::size_t samples_per_epoch_;
  int epoch_ = 1;
  std::size_t samples_ = 0, correct_ = 0;  // of this epoch
  std::size_t skipped_ = 0;                // of this epoch
  double skipped_part_ = 0;                // of the whole training
  double loss_sum_ = 0;
  double start_, epoch_start_, last_step_, last_shown_;
  bool bar_is_shown_ = false;
};

}  // namespace samples
