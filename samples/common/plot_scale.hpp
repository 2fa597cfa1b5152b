#pragma once
/// What the plots as text and as SVG have in common: the values, their range, the marks on the
/// axes.

#include <string>
#include <vector>

#include "plot.hpp"

namespace samples {

struct interval {
  double from, to;
  double length() const { return to - from; }
  /// Where a value lies: 0 at `from`, 1 at `to`.
  double share(double value) const { return (value - from) / length(); }
};

struct sampled_curves {
  std::vector<std::vector<double>> values;  ///< per curve, at equidistant x from end to end
  interval range;                           ///< of all finite values, and a margin; never empty
};

/// Evaluates all curves at `points` values of x. Throws std::invalid_argument unless
/// from < to, both finite, and there are 1 to max_curves curves.
sampled_curves sample_curves(const plot& figure, int points);

/// Whether a value can be plotted; also those near the limits of double are left out.
bool is_plottable(double value);

constexpr int longest_label = 8;  ///< "-1.5e-07"

/// Marks at round numbers (1, 2 or 5 times a power of ten apart), at most `at_most` + 1.
struct tick {
  double value;
  std::string label;
};
std::vector<tick> ticks(interval range, int at_most);

}  // namespace samples
