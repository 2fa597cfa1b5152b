#include "shades.hpp"

#include <cstddef>
#include <string_view>

#include "braille.hpp"

namespace samples {
namespace {

int pixel(const picture& p, int x, int y) {
  return p.pixels[static_cast<std::size_t>(y * picture_side + x)];
}

/// The picture made smaller: (x, y) of (columns, rows) is the mean of the pixels there.
int mean_grey(const picture& p, int x, int columns, int y, int rows) {
  const int left = x * picture_side / columns, right = (x + 1) * picture_side / columns;
  const int top = y * picture_side / rows, bottom = (y + 1) * picture_side / rows;
  int sum = 0;
  for (int row = top; row < bottom; ++row)
    for (int column = left; column < right; ++column) sum += pixel(p, column, row);
  return sum / ((right - left) * (bottom - top));
}

/// The parameter of the escape sequence that sets the foreground (38) or background (48) to a grey.
std::string grey(int layer, int value, colour_depth colours) {
  const std::string start = std::to_string(layer);
  if (colours == colour_depth::palette_256)  // greys are 232 to 255
    return start + ";5;" + std::to_string(232 + value * 24 / 256);
  const std::string channel = std::string{";"} + std::to_string(value);
  return start + ";2" + channel + channel + channel;
}

/// Two dots per character: the upper one in the foreground's colour, the lower in the background's.
text_picture in_greys(const picture& p, colour_depth colours) {
  constexpr int columns = picture_side / 2, rows = picture_side / 4;
  text_picture result{columns, {}};
  for (int y = 0; y < rows; ++y) {
    std::string& line = result.lines.emplace_back();
    for (int x = 0; x < columns; ++x)
      line += "\033[" + grey(38, mean_grey(p, x, columns, 2 * y, 2 * rows), colours) + ";" +
              grey(48, mean_grey(p, x, columns, 2 * y + 1, 2 * rows), colours) + "m▀";
    line += "\033[0m";
  }
  return result;
}

text_picture in_braille(const picture& p) {
  constexpr int columns = picture_side / 2, rows = picture_side / 4;
  constexpr int ink = 112;  // from this grey on a pixel is a dot
  braille_canvas canvas{columns, rows};
  for (int y = 0; y < picture_side; ++y)
    for (int x = 0; x < picture_side; ++x)
      if (pixel(p, x, y) >= ink) canvas.set(x, y);
  text_picture result{columns, {}};
  for (int row = 0; row < rows; ++row) {
    std::string& line = result.lines.emplace_back();
    for (int column = 0; column < columns; ++column) line += canvas.character(column, row);
  }
  return result;
}

text_picture in_ascii(const picture& p) {
  constexpr std::string_view ramp = " .:-=+*#%@";
  constexpr int columns = 18, rows = 9;
  text_picture result{columns, {}};
  for (int y = 0; y < rows; ++y) {
    std::string& line = result.lines.emplace_back();
    for (int x = 0; x < columns; ++x)
      line += ramp[static_cast<std::size_t>(mean_grey(p, x, columns, y, rows)) * ramp.size() / 256];
  }
  return result;
}

}  // namespace

text_picture shade(const picture& p, const screen& output) {
  if (!output.unicode) return in_ascii(p);
  return output.colours == colour_depth::none ? in_braille(p) : in_greys(p, output.colours);
}

}  // namespace samples
