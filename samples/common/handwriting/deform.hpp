#pragma once
/// What makes every letter of a hand a little different.

#include "curve.hpp"
#include "dice.hpp"

namespace samples::handwriting {

/// Moves every stroke, and every knot of it, by independent distances of about `spread` boxes.
void shake(skeleton& strokes, double spread, dice& roll);

/// An elastic deformation of the box: 3 x 3 random displacements, blended as the control points of
/// a biquadratic Bezier patch.
class elastic_field {
 public:
  elastic_field(double spread, dice& roll);
  point operator()(point at) const;

 private:
  point displacement_[3][3];
};

/// A linear map of the plane. Slant, lean and width are given without angles: no sine is needed.
struct linear_map {
  point x_axis{1, 0}, y_axis{0, 1};  ///< where the unit vectors go

  /// Stretches by `width`, shears the top to the right by `slant` of the height, then turns
  /// clockwise by the angle whose tangent is `lean`.
  static linear_map handwriting(double width, double slant, double lean);

  point operator()(point at) const { return at.x * x_axis + at.y * y_axis; }
};

/// The upper left and the lower right corner of the box around all lines; there is at least one point.
struct bounds {
  point low, high;
};
bounds bounds_of(const std::vector<polyline>& lines);

/// Scales and moves the lines so that the longer side of their bounding box is `size` and the
/// middle of the box is `centre`.
void fit(std::vector<polyline>& lines, double size, point centre);

}  // namespace samples::handwriting
