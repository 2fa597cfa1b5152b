#include "write_page.hpp"

#include <cmath>

#include "../handwriting/deform.hpp"
#include "../handwriting/draw.hpp"
#include "../handwriting/streams.hpp"
#include "light.hpp"
#include "metrics.hpp"

namespace samples {
namespace {

using namespace handwriting;

constexpr std::string_view words[] = {
    "the",    "quick",  "brown", "fox",    "jumps",  "over",  "a",     "lazy",   "dog",    "we",     "learn", "from",  "every",
    "mistake", "and",   "write", "letters", "by",    "hand",  "with",  "ink",    "on",     "white",  "paper", "in",    "June",
    "Maria",  "and",    "Peter", "drove",  "to",     "Zurich", "for",  "12",     "days",   "room",   "304",   "costs", "75",
    "Euro",   "call",   "David", "at",     "8",      "Jack",  "likes", "quiz",   "games",  "big",    "box",   "of",    "apples",
    "Friday", "6",      "Queen", "Helga",  "has",    "five",  "zebras", "next",  "week",   "pay",    "1990",  "Xavier", "Berlin",
    "Kim",    "joined", "us",    "Tom",    "Olga",   "Yves",  "Lucas", "Nora",   "Uwe",    "Emma",   "Greta", "Anna",  "Wanda"};

/// How someone writes on a page; lengths in pixels.
struct hand {
  hand(std::uint64_t person, double height, double pen) : who(make_writer(person)), capital(height) {
    who.radius = pen * height;
    who.unrest *= 0.8;
  }
  writer who;
  double capital;  ///< how high one is
};

/// The character's lines, from x = 0 on, standing on y = 0.
std::vector<polyline> stand(char character, const hand& by, dice& roll) {
  std::vector<polyline> lines = shape(character, by.who, roll);
  const reach reached = reach_of(character);
  const auto [low, high] = bounds_of(lines);
  const double scale = (1 + roll.bell(0.05)) * reached.height() * by.capital / (high.y - low.y);
  const point foot{low.x, high.y};
  for (polyline& line : lines)
    for (point& p : line) p = scale * (p - foot) + point{0, -reached.bottom * by.capital};
  return lines;
}

/// Writes from left to right.
class pen_on_page {
 public:
  pen_on_page(canvas& paper, const hand& by, point start, double slope) : paper_(paper), by_(by), at_(start), slope_(slope) {}

  void write(std::string_view word, dice& roll) {
    for (const char character : word) {
      std::vector<polyline> lines = stand(character, by_, roll);
      const double unrest = roll.bell(0.03) * by_.capital, width = bounds_of(lines).high.x;
      for (polyline& line : lines)
        for (point& p : line) {
          const double x = at_.x + p.x;
          p = {x, at_.y + p.y + unrest + slope_ * x};
        }
      ink(paper_, lines, by_.who, roll);
      at_.x += width + (0.24 + roll.bell(0.07)) * by_.capital;
    }
  }
  void space(dice& roll) { at_.x += roll.between(0.55, 0.9) * by_.capital; }
  double x() const { return at_.x; }

 private:
  canvas& paper_;
  const hand& by_;
  point at_;
  double slope_;
};

/// Words until the line is full.
std::string write_line(canvas& paper, const hand& by, point start, double slope, double right, dice& roll) {
  pen_on_page pen(paper, by, start, slope);
  std::string text;
  while (pen.x() < right - 5 * by.capital) {
    const std::string_view word = words[roll.below(std::size(words))];
    if (!text.empty()) pen.space(roll), text += ' ';
    pen.write(word, roll);
    text += word;
  }
  return text;
}

}  // namespace

written_page write_page(std::uint64_t number) {
  constexpr std::uint64_t first_writer = 1000;  // the generator's letters are by the first few hundred
  constexpr int width = 1440, height = 1120;
  dice roll(seed, page_stream + number);
  const double capital = roll.between(38, 60);
  const hand by(first_writer + number, capital, roll.between(0.03, 0.055));
  const double slope = roll.between(-0.04, 0.04), spacing = roll.between(1.9, 2.4) * capital;
  canvas paper(width, height, roll.between(1.5, 2.5));
  written_page page{grey_image{width, height}, {}};
  for (double y = 2 * capital + 70; y + 70 < height; y += spacing)
    page.lines.push_back(write_line(paper, by, {roll.between(70, 110), y}, slope, width, roll));
  const light lit(roll);
  const double strength = roll.between(0.55, 0.85);
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x) {
      const double covered = paper.coverage()[static_cast<std::size_t>(y) * width + static_cast<std::size_t>(x)];
      const double grey = lit(static_cast<double>(x) / width, static_cast<double>(y) / height) * (1 - strength * covered) + roll.between(-9, 9);
      page.photo.at(x, y) = static_cast<std::uint8_t>(std::lround(std::clamp(grey, 0.0, 255.0)));
    }
  return page;
}

letter_image write_scrap(char character, std::uint64_t number) {
  constexpr int side = 144;
  dice roll(seed, scrap_stream + number);
  const double capital = roll.between(30, 52);
  const auto person = roll.below(400);
  const hand by(person, capital, roll.between(0.022, 0.075));
  canvas paper(side, side, roll.between(1.2, 3));
  pen_on_page(paper, by, {40, 90}, roll.between(-0.06, 0.06)).write(std::string_view{&character, 1}, roll);
  grey_image ink{side, side, 0};
  const double strength = roll.between(120, 230);
  std::ranges::transform(paper.coverage(), ink.pixels.begin(), [&](double covered) {
    return static_cast<std::uint8_t>(std::lround(std::max(0.0, strength * covered + roll.between(-9, 9))));
  });
  component letter;
  for (const component& part : components_of(ink, static_cast<int>(strength * roll.between(0.3, 0.6))))
    letter = letter.pixels.empty() ? part : joined(std::move(letter), part);
  return cut_out(ink, letter);
}

}  // namespace samples
