#include "draw.hpp"

#include <algorithm>

#include "deform.hpp"
#include "glyphs.hpp"

namespace samples::handwriting {
namespace {

/// The radius of the pen along a stroke: random at four places, changing evenly between them.
class pen_radius {
 public:
  pen_radius(const writer& person, dice& roll) {
    for (double& radius : radii_) radius = person.radius * (1 + roll.bell(person.pressure));
  }

  /// `progress` goes from 0 to 1.
  double operator()(double progress) const {
    const double place = 3 * progress;
    const std::size_t before = place < 2 ? std::size_t(place) : 2;
    return radii_[before] + (place - double(before)) * (radii_[before + 1] - radii_[before]);
  }

 private:
  double radii_[4];
};

void ink(canvas& paper, const polyline& line, const pen_radius& radius) {
  const double last = double(line.size() - 1);
  for (std::size_t i = 1; i < line.size(); ++i) {
    paper.draw_line({line[i - 1], radius(double(i - 1) / last)},
                    {line[i], radius(double(i) / last)});
  }
}

/// Into the middle of an image, more or less.
void place(std::vector<polyline>& lines, const writer& person, dice& roll) {
  const double middle = image_side / 2.0;
  const point centre{middle + roll.bell(0.5), middle + roll.bell(0.5)};
  fit(lines, roll.between(19, 23) - 2 * person.radius, centre);
}

}  // namespace

/// The spreads were chosen so that letters are hard but readable: a linear classifier reads about three of four, a small
/// convolutional network 96 %.
std::vector<polyline> shape(char character, const writer& person, dice& roll) {
  const auto& styles = styles_of(character);
  skeleton strokes = styles[chosen_style(person, character, styles.size())];
  shake(strokes, 0.024 * person.unrest, roll);
  const elastic_field bend(0.11 * person.unrest, roll);
  const double width = person.width * roll.between(0.85, 1.15);
  const double slant = person.slant + roll.bell(0.08);
  const auto turn = linear_map::handwriting(width, slant, roll.bell(0.1));
  std::vector<polyline> lines;
  for (const stroke& s : strokes) {
    lines.push_back(flatten(s));
    for (point& p : lines.back()) p = turn(bend(p));
  }
  return lines;
}

void ink(canvas& paper, const std::vector<polyline>& lines, const writer& person, dice& roll) {
  for (const polyline& line : lines) ink(paper, line, {person, roll});
}

image draw(char character, const writer& person, dice& roll) {
  canvas paper(image_side, image_side, person.softness);
  std::vector<polyline> lines = shape(character, person, roll);
  place(lines, person, roll);
  ink(paper, lines, person, roll);
  image greys;
  std::transform(paper.coverage().begin(), paper.coverage().end(), greys.begin(),
                 [&](double covered) { return std::uint8_t(255 * person.ink * covered + 0.5); });
  return greys;
}

}  // namespace samples::handwriting
