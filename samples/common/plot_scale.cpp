#include "plot_scale.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <stdexcept>
#include <string_view>

namespace samples {
namespace {

void check(const plot& figure) {
  if (!is_plottable(figure.from) || !is_plottable(figure.to) || figure.from >= figure.to)
    throw std::invalid_argument{"plot: expected from < to, found from " +
                                std::to_string(figure.from) + " and to " +
                                std::to_string(figure.to)};
  if (figure.curves.empty() || figure.curves.size() > max_curves)
    throw std::invalid_argument{"plot: expected 1 to " + std::to_string(max_curves) +
                                " curves, found " + std::to_string(figure.curves.size())};
}

interval range_of(const std::vector<std::vector<double>>& curves) {
  interval range{INFINITY, -INFINITY};
  for (const auto& values : curves)
    for (const double y : values)
      if (is_plottable(y)) range = {std::min(range.from, y), std::max(range.to, y)};
  if (range.from > range.to) return {-1, 1};
  if (const double margin = 0.04 * range.length(); margin > 0)
    return {range.from - margin, range.to + margin};
  const double around = range.from == 0 ? 1 : std::abs(range.from);
  return {range.from - around, range.to + around};
}

/// The smallest of 1, 2, 5 times a power of ten that is not below `least`.
double round_step(double least) {
  const double power = std::pow(10, std::floor(std::log10(least)));
  for (const double factor : {1., 2., 5.})
    if (factor * power >= least) return factor * power;
  return 10 * power;
}

std::string label(double value, double step) {
  const int digits = static_cast<int>(std::clamp(-std::floor(std::log10(step)), 0., 9.));
  char text[400];  // the largest double has 309 digits before the point
  std::snprintf(text, sizeof text, "%.*f", digits, value);
  if (std::string_view{text}.size() > longest_label)
    std::snprintf(text, sizeof text, "%.2g", value);
  return text;
}

}  // namespace

bool is_plottable(double value) { return std::abs(value) < 1e100; }

sampled_curves sample_curves(const plot& figure, int points) {
  check(figure);
  sampled_curves result;
  for (const curve& c : figure.curves) {
    auto& values = result.values.emplace_back();
    for (int i = 0; i < points; ++i)
      values.push_back(c.function(std::lerp(figure.from, figure.to, i / (points - 1.))));
  }
  result.range = range_of(result.values);
  return result;
}

std::vector<tick> ticks(interval range, int at_most) {
  const double step = round_step(range.length() / at_most);
  const double first = std::ceil(range.from / step - 1e-9), last = range.to / step + 1e-9;
  std::vector<tick> result;
  for (int i = 0; i <= at_most && first + i <= last; ++i) {
    const double value = (first + i) * step + 0.;  // not -0
    result.push_back({value, label(value, step)});
  }
  return result;
}

}  // namespace samples
