#include "results.hpp"

#include <iomanip>
#include <numeric>
#include <sstream>

#include "../colours.hpp"
#include "../font.hpp"
#include "ink.hpp"

namespace samples {
namespace {

void frame(image& canvas, const box& place, rgb colour) {
  fill(canvas, place.left, place.top, place.width(), 1, colour);
  fill(canvas, place.left, place.bottom - 1, place.width(), 1, colour);
  fill(canvas, place.left, place.top, 1, place.height(), colour);
  fill(canvas, place.right - 1, place.top, 1, place.height(), colour);
}

}  // namespace

image in_colour(const grey_image& grey) {
  image canvas{grey.width, grey.height, {}};
  std::ranges::transform(grey.pixels, canvas.pixels.begin(), [](std::uint8_t pixel) { return rgb{pixel, pixel, pixel}; });
  return canvas;
}

image annotated(const grey_image& photo, const std::vector<read_line>& lines) {
  constexpr rgb green{0, 130, 60};
  image canvas = in_colour(reduced(photo));
  for (const read_line& line : lines)
    for (const read_word& word : line)
      for (const read_letter& letter : word) {
        const rgb colour = between(red, green, letter.confidence);
        frame(canvas, letter.place, colour);
        write_text(canvas, letter.place.left, letter.place.top - 2 * font_height, std::string(1, letter.character), 2, colour);
      }
  return canvas;
}

std::string letters_table(const std::vector<read_line>& lines) {
  std::ostringstream table;
  table << "line,word,character,confidence,left,top,right,bottom\n" << std::fixed << std::setprecision(3);
  for (std::size_t line = 0; line < lines.size(); ++line)
    for (std::size_t word = 0; word < lines[line].size(); ++word)
      for (const auto& [place, character, sure] : lines[line][word])
        table << line + 1 << ',' << word + 1 << ',' << character << ',' << sure << ',' << place.left << ',' << place.top << ','
              << place.right << ',' << place.bottom << '\n';
  return table.str();
}

double confidence(const read_line& line) {
  double sum = 0, count = 0;
  for (const read_word& word : line)
    for (const read_letter& letter : word) sum += letter.confidence, ++count;
  return count > 0 ? sum / count : 0;
}

double share_right(const std::string& truth, const std::string& text) {
  std::vector<std::size_t> distances(text.size() + 1);  // from the truth so far to each beginning of the text
  std::iota(distances.begin(), distances.end(), 0);
  for (const char expected : truth) {
    std::size_t before = distances[0]++;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const std::size_t replaced = before + (text[i] != expected);
      before = distances[i + 1];
      distances[i + 1] = std::min({replaced, before + 1, distances[i] + 1});
    }
  }
  const double wrong = static_cast<double>(distances.back()) / static_cast<double>(std::max<std::size_t>(1, truth.size()));
  return std::max(0.0, 1 - wrong);
}

}  // namespace samples
