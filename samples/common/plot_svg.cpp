#include <cstddef>
#include <cstdio>

#include "escaped.hpp"
#include "plot.hpp"
#include "plot_scale.hpp"

namespace samples {
namespace {

// In pixels. The plotted area lies between left and right, top and bottom.
constexpr double width = 800, left = 70, right = 780, top = 50, bottom = 420;
constexpr double legend_top = 470, legend_line = 24;
constexpr int points = 711, x_ticks = 8, y_ticks = 6;

constexpr const char* colours[max_curves] = {"#0072b2", "#d55e00", "#009e73", "#cc79a7"};

std::string number(double value) {
  char text[400];  // the largest double has 309 digits before the point
  std::snprintf(text, sizeof text, "%.1f", value);
  return text;
}

std::string line(double x1, double y1, double x2, double y2, const std::string& stroke) {
  return "<line x1='" + number(x1) + "' y1='" + number(y1) + "' x2='" + number(x2) + "' y2='" +
         number(y2) + "' " + stroke + "/>\n";
}

std::string text(double x, double y, const std::string& attributes, const std::string& content) {
  return "<text x='" + number(x) + "' y='" + number(y) + "' " + attributes + ">" +
         escaped(content) + "</text>\n";
}

double to_x(double share) { return left + share * (right - left); }
double to_y(double share) { return bottom - share * (bottom - top); }

/// Thin lines through the ticks, stronger ones through zero.
std::string grid_stroke(double value) { return value == 0 ? "stroke='#888'" : "stroke='#ddd'"; }

std::string axes(interval x_range, interval y_range) {
  std::string svg;
  for (const tick& t : ticks(x_range, x_ticks)) {
    const double x = to_x(x_range.share(t.value));
    svg += line(x, top, x, bottom, grid_stroke(t.value)) +
           text(x, bottom + 20, "text-anchor='middle'", t.label);
  }
  for (const tick& t : ticks(y_range, y_ticks)) {
    const double y = to_y(y_range.share(t.value));
    svg += line(left, y, right, y, grid_stroke(t.value)) +
           text(left - 8, y + 5, "text-anchor='end'", t.label);
  }
  return svg;
}

/// A path that is interrupted where the values are not finite.
std::string path(const std::vector<double>& values, interval range, int curve) {
  std::string steps;
  bool pen_is_down = false;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const bool drawn = is_plottable(values[i]);
    if (drawn) {
      steps += pen_is_down ? 'L' : 'M';
      steps += number(to_x(static_cast<double>(i) / (points - 1))) + ' ' +
               number(to_y(range.share(values[i])));
    }
    pen_is_down = drawn;
  }
  return "<path d='" + steps + "' fill='none' stroke-width='2' stroke='" + colours[curve] + "'/>\n";
}

std::string legend(const plot& figure) {
  std::string svg;
  double y = legend_top;
  for (std::size_t i = 0; i < figure.curves.size(); ++i, y += legend_line)
    svg += line(left, y - 5, left + 30, y - 5,
                "stroke-width='2' stroke='" + std::string{colours[i]} + "'") +
           text(left + 40, y, "", figure.curves[i].name);
  return svg;
}

}  // namespace

std::string to_svg(const plot& figure) {
  const sampled_curves curves = sample_curves(figure, points);
  const double height = legend_top + legend_line * static_cast<double>(figure.curves.size()) - 8;
  std::string svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 " + number(width) + " " +
                    number(height) + "' font-family='sans-serif' font-size='14'>\n" +
                    "<rect width='100%' height='100%' fill='white'/>\n" +
                    text(width / 2, 30, "text-anchor='middle' font-size='18'", figure.title) +
                    axes({figure.from, figure.to}, curves.range);
  for (std::size_t i = 0; i < curves.values.size(); ++i)
    svg += path(curves.values[i], curves.range, static_cast<int>(i));
  return svg + legend(figure) + "</svg>\n";
}

}  // namespace samples
