#pragma once
/// The lines in which progress is told.

#include <string>

#include "screen.hpp"

namespace samples {

struct progress_figures {
  int epoch = 1, epochs = 1;
  double done = 0;  ///< share of this epoch, in [0, 1]
  double loss = 0, accuracy = 0;
  double samples_per_second = 0;
  double seconds_left = 0;  ///< for all epochs
};

/// A bar and the figures in less than `output.columns` columns: the narrower, the fewer of them.
std::string progress_bar(const progress_figures& figures, const screen& output);

/// All figures, for a log.
std::string progress_line(const progress_figures& figures);

/// The figures of a whole epoch.
std::string epoch_line(const progress_figures& figures, double validation_accuracy);

}  // namespace samples
