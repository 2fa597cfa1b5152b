#include "draw.hpp"

#include <algorithm>
#include <cstddef>

#include "shades.hpp"

namespace samples {
namespace {

// A caption such as "saw a 100%, is g" and its mark fill a cell; four cells fill 80 columns.
constexpr std::size_t cell_width = 18, gap = 2;

/// Text of a given width, filled up with spaces to that of a cell and the gap behind it.
std::string in_cell(const std::string& text, std::size_t width) {
  return text + std::string(cell_width + gap - std::min(width, cell_width), ' ');
}

std::string caption_cell(const picture& p, const screen& output) {
  const std::string mark = !p.marked ? "" : output.unicode ? " ✗" : " X";
  const std::size_t mark_width = p.marked ? 2 : 0;
  const std::string caption = p.caption.substr(0, cell_width - mark_width);
  const bool red = p.marked && output.colours != colour_depth::none;
  return in_cell(red ? "\033[31m" + caption + mark + "\033[0m" : caption + mark,
                 caption.size() + mark_width);
}

std::string without_trailing_spaces(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

std::string draw_row(std::span<const picture> row, const screen& output) {
  std::vector<std::string> lines;
  std::string captions;
  for (const picture& p : row) {
    const text_picture shaded = shade(p, output);
    lines.resize(shaded.lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i)
      lines[i] += in_cell(shaded.lines[i], static_cast<std::size_t>(shaded.width));
    captions += caption_cell(p, output);
  }
  lines.push_back(captions);
  std::string text;
  for (const std::string& line : lines) text += without_trailing_spaces(line) + '\n';
  return text;
}

std::size_t pictures_per_row(std::size_t pictures, const screen& output) {
  const auto columns = static_cast<std::size_t>(std::max(output.columns, 0));
  const std::size_t fitting = std::max<std::size_t>(1, (columns + gap) / (cell_width + gap));
  const std::size_t rows = (pictures + fitting - 1) / fitting;
  return (pictures + rows - 1) / rows;
}

}  // namespace

std::string draw(std::span<const picture> pictures, const screen& output) {
  require_picture_sizes(pictures);
  if (pictures.empty()) return "";
  const std::size_t per_row = pictures_per_row(pictures.size(), output);
  std::string text;
  for (std::size_t i = 0; i < pictures.size(); i += per_row) {
    if (i > 0) text += '\n';
    text += draw_row(pictures.subspan(i, std::min(per_row, pictures.size() - i)), output);
  }
  return text;
}

}  // namespace samples
