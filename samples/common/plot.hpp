#pragma once
/// Plots of functions y(x), as text and as SVG.

#include <functional>
#include <string>
#include <vector>

#include "screen.hpp"

namespace samples {

struct curve {
  std::string name;  ///< for the legend
  std::function<double(double)> function;
};

/// Some functions over the interval [from, to] of x. Where a function is not finite its curve has
/// a gap; the range of y is that of the finite values.
struct plot {
  std::string title = {};
  double from = 0, to = 1;
  std::vector<curve> curves = {};  ///< at most six, which have different colours or marks
};

// Both throw std::invalid_argument unless from < to, both finite, and there are 1 to 6 curves.

/// The plot as text of at most `output.columns` columns: braille dots if the output has Unicode,
/// otherwise ASCII; in colours if it has those.
std::string to_text(const plot& figure, const screen& output);

/// The plot as an SVG file's text.
std::string to_svg(const plot& figure);

}  // namespace samples
