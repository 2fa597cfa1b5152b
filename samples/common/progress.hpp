#pragma once
/// Shows how a training goes: a bar on a terminal, otherwise a plain line now and then.

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <string>

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
///   for each epoch: for each batch: bar.step(batch_size, loss, correct);
///                   bar.end_epoch(validation_accuracy);
class progress {
 public:
  progress(int epochs, std::size_t samples_per_epoch,
           progress_output output = to_standard_output());
  ~progress();
  progress(const progress&) = delete;
  progress& operator=(const progress&) = delete;

  /// After each mini-batch: its size, its mean loss, and how many of its samples were guessed
  /// right. Shown are the means over the epoch so far, at most ten times a second.
  void step(std::size_t samples, double mean_loss, std::size_t correct);

  /// Prints the line of the epoch, which stays. The accuracy is in [0, 1].
  void end_epoch(double validation_accuracy);

 private:
  void show();
  void clear_bar();
  void start_epoch();

  progress_output output_;
  int epochs_;
  std::size_t samples_per_epoch_;
  int epoch_ = 0;
  std::size_t samples_ = 0, correct_ = 0;  // of this epoch
  double loss_sum_ = 0;
  double start_ = 0, epoch_start_ = 0, last_shown_ = 0;
  bool bar_is_shown_ = false;
};

/// What a line of progress tells.
struct progress_figures {
  int epoch = 1, epochs = 1;
  double done = 0;  ///< share of this epoch, in [0, 1]
  double loss = 0, accuracy = 0;
  double samples_per_second = 0;
  double seconds_left = 0;  ///< for all epochs
};

/// The figures and a bar in less than `output.columns` columns: the narrower, the fewer of them.
std::string progress_bar(const progress_figures& figures, const screen& output);

/// All figures in words, for a log.
std::string progress_line(const progress_figures& figures);

}  // namespace samples
