#pragma once
#include <algorithm>
#include <vector>

#include "../grey_image.hpp"

namespace samples {

/// Pixels from (left, top) to just before (right, bottom).
struct box {
  int left, top, right, bottom;

  int width() const { return right - left; }
  int height() const { return bottom - top; }
  double centre_x() const { return (left + right) / 2.0; }
  double centre_y() const { return (top + bottom) / 2.0; }
  friend box operator|(const box& a, const box& b) {
    return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right), std::max(a.bottom, b.bottom)};
  }
  friend bool operator==(const box&, const box&) = default;
};

/// How many columns two boxes share.
inline int shared_columns(const box& a, const box& b) { return std::max(0, std::min(a.right, b.right) - std::max(a.left, b.left)); }

/// Pixels of ink that hang together, also by their corners.
struct component {
  box place;
  std::vector<int> pixels;  ///< y * width + x
};

/// All components of the pixels that are at least `threshold`, in the order of their first pixels.
std::vector<component> components_of(const grey_image& ink, int threshold);

/// Both as one.
component joined(component a, const component& b);

/// The component's parts left of a column and from it on; `width` is the image's.
std::pair<component, component> cut_at(const component& whole, int column, int width);

}  // namespace samples
