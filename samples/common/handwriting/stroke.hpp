#pragma once
/// The path language in which the skeletons of letters are written down.

#include <string_view>
#include <vector>

namespace samples::handwriting {

struct point {
  double x = 0, y = 0;

  friend point operator+(point a, point b) { return {a.x + b.x, a.y + b.y}; }
  friend point operator-(point a, point b) { return {a.x - b.x, a.y - b.y}; }
  friend point operator*(double factor, point a) { return {factor * a.x, factor * a.y}; }
};

/// A point that the pen passes.
struct knot {
  point at;
  bool straight = false;  ///< the pen comes here in a straight line
  bool corner = false;    ///< the pen changes its direction abruptly here
};

/// What the pen writes between being put down and being lifted.
using stroke = std::vector<knot>;
using skeleton = std::vector<stroke>;

/// Reads a path such as "10,0 - 10,100; 10,2 ~ 80,25 ~ 50,50! - 90,100".
///   x,y   a point; 0,0 is the upper left corner of the letter's box and 100,100 the lower right
///   one
///   -     a straight line to the next point
///   ~     a curve to the next point; it goes smoothly through all points between corners
///   !     after a point: a sharp corner
///   ;     the pen is lifted and put down at the next point
/// The points of the result are in units of the box (0 to 1). Throws std::invalid_argument with a
/// sentence that names the path, the column and what was expected there.
skeleton parse_strokes(std::string_view path);

}  // namespace samples::handwriting
