#include <algorithm>
#include <cmath>
#include <cstddef>

#include "braille.hpp"
#include "plot.hpp"
#include "plot_scale.hpp"

namespace samples {
namespace {

constexpr int rows = 18, min_columns = 30, max_columns = 100;
constexpr int y_ticks = 5, columns_per_x_tick = 10;

constexpr const char* line_marks[max_curves] = {"──", "╌╌", "┄┄", "┈┈"};
constexpr const char* ascii_marks[max_curves] = {"*", "+", "o", "x"};
constexpr int colours[max_curves] = {36, 33, 35, 32};  // cyan, yellow, magenta, green

/// A character per row and column; Unicode and colours make it a string.
using grid = std::vector<std::vector<std::string>>;

int row_of(double y, interval range) {
  return static_cast<int>(std::lround((1 - range.share(y)) * (rows - 1)));
}

std::size_t index(int i) { return static_cast<std::size_t>(i); }

std::string coloured(const std::string& text, int curve, const screen& output) {
  if (output.colours == colour_depth::none) return text;
  return "\033[" + std::to_string(colours[curve]) + "m" + text + "\033[0m";
}

/// Without colours the curves differ by how they are dashed.
bool is_dashed_here(int dot, int curve, const screen& output) {
  if (output.colours != colour_depth::none || curve == 0) return false;
  return curve == 1 ? dot % 6 >= 3 : dot % (3 * curve - 3) != 0;
}

/// Calls set(x, y) for all dots of a curve, steep parts filled up, y being 0 at the top.
template <class Set>
void trace(const std::vector<double>& values, interval range, int height, Set set) {
  constexpr int gap = -1;
  int before = gap;
  for (std::size_t x = 0; x < values.size(); ++x) {
    if (!is_plottable(values[x])) {
      before = gap;
      continue;
    }
    const int y = static_cast<int>(std::lround((1 - range.share(values[x])) * (height - 1)));
    const int start = before == gap || before == y ? y : before + (before < y ? 1 : -1);
    for (int row = std::min(start, y); row <= std::max(start, y); ++row)
      set(static_cast<int>(x), row);
    before = y;
  }
}

void draw_in_braille(grid& cells, const sampled_curves& curves, int curve, const screen& output) {
  const int columns = static_cast<int>(cells[0].size());
  braille_canvas canvas{columns, rows};
  int dots = 0;
  trace(curves.values[index(curve)], curves.range, canvas.height(), [&](int x, int y) {
    if (!is_dashed_here(dots++, curve, output)) canvas.set(x, y);
  });
  for (int row = 0; row < rows; ++row)
    for (int column = 0; column < columns; ++column)
      if (canvas.any(column, row))
        cells[index(row)][index(column)] = coloured(canvas.character(column, row), curve, output);
}

void draw_in_ascii(grid& cells, const sampled_curves& curves, int curve, const screen& output) {
  trace(curves.values[index(curve)], curves.range, rows, [&](int x, int y) {
    cells[index(y)][index(x)] = coloured(ascii_marks[curve], curve, output);
  });
}

/// The cells with all curves, over a faint line at y = 0.
grid draw_curves(const sampled_curves& curves, int columns, const screen& output) {
  grid cells(rows, std::vector<std::string>(index(columns), " "));
  if (const double zero = curves.range.share(0); zero >= 0 && zero <= 1)
    for (std::string& cell : cells[index(row_of(0, curves.range))])
      cell = output.unicode ? "┈" : "-";
  for (int curve = 0; curve < static_cast<int>(curves.values.size()); ++curve)
    (output.unicode ? draw_in_braille : draw_in_ascii)(cells, curves, curve, output);
  return cells;
}

/// The rows with the y axis to their left.
std::string with_y_axis(const grid& cells, interval range, const screen& output) {
  std::vector<std::string> labels(rows);
  for (const tick& t : ticks(range, y_ticks)) labels[index(row_of(t.value, range))] = t.label;
  std::string text;
  for (std::size_t row = 0; row < rows; ++row) {
    const bool marked = !labels[row].empty();
    text += std::string(longest_label - labels[row].size(), ' ') + labels[row];
    text += output.unicode ? (marked ? "┤" : "│") : (marked ? "+" : "|");
    for (const std::string& cell : cells[row]) text += cell;
    text += '\n';
  }
  return text;
}

/// The x axis and the labels under it, each centred under its mark where there is room.
std::string x_axis(interval range, int columns, const screen& output) {
  std::string line = std::string(longest_label, ' ') + (output.unicode ? "└" : "+");
  std::string labels(longest_label + 1 + index(columns), ' ');
  std::vector<bool> marked(index(columns));
  for (const tick& t : ticks(range, columns / columns_per_x_tick)) {
    const std::size_t column =
        index(static_cast<int>(std::lround(range.share(t.value) * (columns - 1))));
    marked[column] = true;
    const std::size_t start = longest_label + 1 + column - std::min(column, t.label.size() / 2);
    labels.replace(std::min(start, labels.size() - t.label.size()), t.label.size(), t.label);
  }
  for (const bool mark : marked) line += output.unicode ? (mark ? "┬" : "─") : (mark ? "+" : "-");
  return line + '\n' + labels + '\n';
}

std::string legend(const plot& figure, int columns, const screen& output) {
  std::string text;
  for (int curve = 0; curve < static_cast<int>(figure.curves.size()); ++curve) {
    const char* mark = output.unicode ? line_marks[curve] : ascii_marks[curve];
    text += std::string(longest_label + 1, ' ') + coloured(mark, curve, output) + ' ' +
            figure.curves[index(curve)].name.substr(0, index(columns - 3)) + '\n';
  }
  return text;
}

}  // namespace

std::string to_text(const plot& figure, const screen& output) {
  const int columns = std::clamp(output.columns, min_columns, max_columns) - longest_label - 1;
  const auto curves = sample_curves(figure, output.unicode ? 2 * columns : columns);
  return figure.title.substr(0, index(columns)) + '\n' +
         with_y_axis(draw_curves(curves, columns, output), curves.range, output) +
         x_axis({figure.from, figure.to}, columns, output) + legend(figure, columns, output);
}

}  // namespace samples
