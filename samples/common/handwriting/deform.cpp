#include "deform.hpp"

#include <algorithm>

namespace samples::handwriting {

void shake(skeleton& strokes, double spread, dice& roll) {
  for (stroke& s : strokes) {
    const point shift{roll.bell(spread), roll.bell(spread)};
    for (knot& k : s) k.at = k.at + shift + point{roll.bell(spread), roll.bell(spread)};
  }
}

elastic_field::elastic_field(double spread, dice& roll) {
  for (auto& row : displacement_) {
    for (point& d : row) d = {roll.bell(spread), roll.bell(spread)};
  }
}

point elastic_field::operator()(point at) const {
  const auto blend = [](double t, point a, point b, point c) {
    return (1 - t) * (1 - t) * a + 2 * t * (1 - t) * b + t * t * c;
  };
  const auto& d = displacement_;
  return at + blend(at.y, blend(at.x, d[0][0], d[0][1], d[0][2]),
                    blend(at.x, d[1][0], d[1][1], d[1][2]), blend(at.x, d[2][0], d[2][1], d[2][2]));
}

linear_map linear_map::handwriting(double width, double slant, double lean) {
  return {{width, width * lean}, {-slant - lean, 1 - slant * lean}};
}

bounds bounds_of(const std::vector<polyline>& lines) {
  point low = lines.front().front(), high = low;
  for (const polyline& line : lines) {
    for (const point p : line) {
      low = {std::min(low.x, p.x), std::min(low.y, p.y)};
      high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
  }
  return {low, high};
}

void fit(std::vector<polyline>& lines, double size, point centre) {
  const auto [low, high] = bounds_of(lines);
  const double scale = size / std::max(high.x - low.x, high.y - low.y);
  const point middle = 0.5 * (low + high);
  for (polyline& line : lines) {
    for (point& p : line) p = centre + scale * (p - middle);
  }
}

}  // namespace samples::handwriting
