#include "contact_sheet.hpp"

#include <algorithm>
#include <stdexcept>

#include "colours.hpp"
#include "font.hpp"

namespace samples {
namespace {

constexpr int enlargement = 6, text_scale = 2, margin = 12;
constexpr int letter_side = enlargement * picture_side;
constexpr int caption_length = 17;  // "saw a 100%, is g"
constexpr int cell_width = font_width * text_scale * caption_length;
constexpr int cell_height = letter_side + 6 + font_height * text_scale + margin;

void draw_letter(image& sheet, int left, int top, const picture& p) {
  for (int y = 0; y < letter_side; ++y)
    for (int x = 0; x < letter_side; ++x) {
      const int i = y / enlargement * picture_side + x / enlargement;
      const auto grey = static_cast<std::uint8_t>(255 - p.pixels[static_cast<std::size_t>(i)]);
      sheet.at(left + x, top + y) = {grey, grey, grey};
    }
}

void draw_caption(image& sheet, int centre, int top, const picture& p) {
  const auto shown = std::string_view{p.caption}.substr(0, caption_length);
  const int width = static_cast<int>(shown.size()) * font_width * text_scale;
  write_text(sheet, centre - width / 2, top, shown, text_scale, p.marked ? red : ink);
}

}  // namespace

image contact_sheet(std::span<const picture> pictures, int pictures_per_row) {
  require_picture_sizes(pictures);
  const int count = static_cast<int>(pictures.size());
  if (count == 0) throw std::invalid_argument{"a contact sheet needs at least one picture"};
  const int columns = std::clamp(pictures_per_row, 1, count),
            rows = (count + columns - 1) / columns;
  image sheet{columns * cell_width + margin, rows * cell_height + margin, desk};
  for (int i = 0; i < count; ++i) {
    const int left = margin / 2 + i % columns * cell_width,
              top = margin + i / columns * cell_height;
    const picture& p = pictures[static_cast<std::size_t>(i)];
    draw_letter(sheet, left + (cell_width - letter_side) / 2, top, p);
    draw_caption(sheet, left + cell_width / 2, top + letter_side + 6, p);
  }
  return sheet;
}

}  // namespace samples
