#pragma once
/// Plots of functions y(x), as text and as SVG.

#include <functional>
#include <string>
#include <vector>

#include "screen.hpp"

namespace samples {

struct curve {
  std::string name;  ///< for the legend; ASCII
  std::function<double(double)> function;
};

constexpr int max_curves = 4;

/// Some functions over the interval [from, to] of x. Where a function is not finite its curve has
/// a gap; the range of y is that of the finite values.
struct plot {
  std::string title = {};
  double from = 0, to = 1;
  std::vector<curve> curves = {};  ///< 1 to max_curves
};

/// The plot as text of at most `output.columns` columns (but at least 30): braille dots if the
/// output has Unicode, otherwise ASCII; in colours if it has those.
/// Throws std::invalid_argument if there is nothing to plot: see sample_curves().
std::string to_text(const plot& figure, const screen& output);

/// The plot as an SVG file's text. Throws as to_text() does.
std::string to_svg(const plot& figure);

}  // namespace samples
