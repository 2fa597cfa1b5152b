#include "draw.hpp"

#include "deform.hpp"
#include "glyphs.hpp"

namespace samples::handwriting {
namespace {

/// The lines of the character, in pixels. The spreads were chosen so that letters are hard but
/// readable: a linear classifier reads about three of four, a small convolutional network 96 %.
std::vector<polyline> place(skeleton strokes, const writer& person, dice& roll) {
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
  const double middle = image_side / 2.0;
  const point centre{middle + roll.bell(0.5), middle + roll.bell(0.5)};
  fit(lines, roll.between(19, 23) - 2 * person.radius, centre);
  return lines;
}

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

}  // namespace

image draw(char character, const writer& person, dice& roll) {
  const auto& styles = styles_of(character);
  const skeleton& strokes = styles[chosen_style(person, character, styles.size())];
  canvas paper(person.softness);
  for (const polyline& line : place(strokes, person, roll)) ink(paper, line, {person, roll});
  return paper.greys(person.ink);
}

}  // namespace samples::handwriting
