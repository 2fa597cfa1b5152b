#include "picture.hpp"

#include <algorithm>
#include <cmath>

#include "common/colours.hpp"
#include "common/font.hpp"

namespace samples {
namespace {

constexpr std::size_t most_letters = 12, guesses_shown = 3;
constexpr int margin = 16, cell_width = 72, box_height = 58, line_height = 22, heading = 3 * line_height;
constexpr int row_height = box_height + (static_cast<int>(guesses_shown)) * line_height + 26;
constexpr rgb paper{255, 255, 255}, likely{30, 90, 150}, grey{120, 120, 116};

std::string name_of(char letter) { return letter == '\n' ? "end" : letter == ' ' ? "space" : std::string(1, letter); }

std::string in_percent(double share) { return share < 0.005 ? "<1%" : std::to_string(std::lround(100 * share)) + "%"; }

void write_centred(image& canvas, int left, int y, const std::string& text, int scale, rgb colour) {
  const int width = (static_cast<int>(text.size()) * font_width - 1) * scale;
  write_text(canvas, left + (cell_width - 4 - width) / 2, y, text, scale, colour);
}

void draw(image& canvas, int left, int top, const judged_letter& judged) {
  const auto [letter, probability] = judged.true_one;
  fill(canvas, left, top, cell_width - 4, box_height, between(paper, likely, probability));
  const rgb colour = probability > 0.4 ? paper : ink;
  const std::string name = name_of(letter);
  write_centred(canvas, left, top + 6, name, name.size() == 1 ? 3 : 2, colour);
  write_centred(canvas, left, top + box_height - 20, in_percent(probability), 2, colour);
  for (std::size_t i = 0; i < std::min(guesses_shown, judged.likeliest.size()); ++i) {
    const auto& [expected, share] = judged.likeliest[i];
    const std::string text = (expected == '\n' ? "." : expected == ' ' ? "_" : name_of(expected)) + " " + in_percent(share);
    write_centred(canvas, left, top + box_height + 6 + static_cast<int>(i) * line_height, text, 2, expected == letter ? likely : grey);
  }
}

}  // namespace

image picture_of(const std::vector<std::vector<judged_letter>>& texts) {
  image canvas{2 * margin + static_cast<int>(most_letters) * cell_width - 4,
               2 * margin + heading + static_cast<int>(texts.size()) * row_height - 20, desk};
  write_text(canvas, margin, margin, "Not trained with these. The darker, the more it expected the letter.", 2, ink);
  write_text(canvas, margin, margin + line_height, "Below: what it expected most; . is the end, _ a space.", 2, ink);
  for (std::size_t row = 0; row < texts.size(); ++row)
    for (std::size_t i = 0; i < std::min(most_letters, texts[row].size()); ++i)
      draw(canvas, margin + static_cast<int>(i) * cell_width, margin + heading + static_cast<int>(row) * row_height, texts[row][i]);
  return canvas;
}

}  // namespace samples
