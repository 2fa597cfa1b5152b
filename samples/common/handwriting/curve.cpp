#include "curve.hpp"

#include <algorithm>
#include <cmath>

namespace samples::handwriting {
namespace {

constexpr int pieces = 8;  ///< per segment; straight segments too, as they get bent later

double dot(point a, point b) { return a.x * b.x + a.y * b.y; }
double length(point a) { return std::sqrt(dot(a, a)); }
point unit(point a) { return 1 / (length(a) + 1e-9) * a; }

/// The direction at the end of a circular arc that starts in direction `start`, over chord `chord`.
point mirrored(point start, point chord) {
  const point along = unit(chord);
  return 2 * dot(start, along) * along - start;
}

/// The direction at b of the circle through a, b and c: by the tangent-chord theorem the chords'
/// directions, each weighted by the length of the other chord.
point circle_direction(point a, point b, point c) {
  const point in = b - a, out = c - b;
  return unit(length(out) * unit(in) + length(in) * unit(out));
}

bool has_direction(const stroke& s, std::size_t k) {
  return k > 0 && k + 1 < s.size() && !s[k].corner;
}

/// The direction in which the pen passes knot k; a straight line at one side decides it.
point direction(const stroke& s, std::size_t k) {
  if (s[k].straight) return unit(s[k].at - s[k - 1].at);
  if (s[k + 1].straight) return unit(s[k + 1].at - s[k].at);
  return circle_direction(s[k - 1].at, s[k].at, s[k + 1].at);
}

struct directions {
  point start, end;
};

/// Directions of the curve from knot k - 1 to knot k; a free end mirrors the other one.
directions curve_directions(const stroke& s, std::size_t k) {
  const point chord = s[k].at - s[k - 1].at;
  const bool start = has_direction(s, k - 1), end = has_direction(s, k);
  if (start && end) return {direction(s, k - 1), direction(s, k)};
  if (start) return {direction(s, k - 1), mirrored(direction(s, k - 1), chord)};
  if (end) return {mirrored(direction(s, k), chord), direction(s, k)};
  return {unit(chord), unit(chord)};
}

/// A Hermite piece follows a circular arc with end tangents of chord * 2 / (1 + cos a), where a is
/// the angle between tangent and chord: the Bezier handle 4/3 tan(a/2) r of the arc, times three.
double tangent_length(point direction, point chord) {
  return 2 * length(chord) / (1 + std::max(0.0, dot(direction, unit(chord))));
}

void append_curve(polyline& line, const stroke& s, std::size_t k) {
  const point a = s[k - 1].at, b = s[k].at, chord = b - a;
  const auto [start, end] = curve_directions(s, k);
  const point da = tangent_length(start, chord) * start, db = tangent_length(end, chord) * end;
  for (int i = 1; i <= pieces; ++i) {
    const double t = double(i) / pieces, u = 1 - t;
    line.push_back(u * u * (1 + 2 * t) * a + t * t * (1 + 2 * u) * b + u * u * t * da -
                   u * t * t * db);
  }
}

void append_line(polyline& line, point a, point b) {
  for (int i = 1; i <= pieces; ++i) line.push_back(a + double(i) / pieces * (b - a));
}

}  // namespace

polyline flatten(const stroke& knots) {
  polyline line{knots.front().at};
  for (std::size_t k = 1; k < knots.size(); ++k) {
    if (knots[k].straight) {
      append_line(line, knots[k - 1].at, knots[k].at);
    } else {
      append_curve(line, knots, k);
    }
  }
  return line;
}

}  // namespace samples::handwriting
