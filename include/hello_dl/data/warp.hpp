#pragma once
/// Pictures whose pixels come from other places.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace hello_dl::detail {

/// A map of the plane: (x, y) becomes (xx x + xy y, yx x + yy y) + (x0, y0).
struct affine {
  double xx = 1, xy = 0, yx = 0, yy = 1, x0 = 0, y0 = 0;

  /// The map that undoes this one. (Its determinant must not be 0.)
  constexpr affine inverse() const {
    const double d = xx * yy - xy * yx;
    const affine linear{yy / d, -xy / d, -yx / d, xx / d};
    return {linear.xx, linear.xy, linear.yx, linear.yy, -(linear.xx * x0 + linear.xy * y0), -(linear.yx * x0 + linear.yy * y0)};
  }
};

/// Where the pixels of row `r` come from in a picture of so many rows and x.size() columns: one coordinate of each. The map,
/// which leads from the result to the picture, has its origin in the centre.
inline void places_along_row(const affine& from, int rows, int r, std::span<float> x, std::span<float> y) {
  const double centre_x = (static_cast<double>(x.size()) - 1) / 2, centre_y = (rows - 1) / 2.0, down = r - centre_y;
  for (std::size_t c = 0; c < x.size(); ++c) {
    const double right = static_cast<double>(c) - centre_x;
    x[c] = static_cast<float>(from.xx * right + from.xy * down + from.x0 + centre_x);
    y[c] = static_cast<float>(from.yx * right + from.yy * down + from.y0 + centre_y);
  }
}

/// A picture that can be read between its pixels and outside, where there is paper.
class readable_picture {
 public:
  readable_picture(int rows, int columns)
      : rows_{static_cast<float>(rows)},
        columns_{static_cast<float>(columns)},
        stride_{static_cast<std::size_t>(columns) + 3},
        levels_((static_cast<std::size_t>(rows) + 3) * stride_) {}

  /// Grey levels from 0 to 255, row by row; they are read in units of full ink.
  void set(std::span<const std::uint8_t> picture) {
    const std::size_t columns = stride_ - 3;
    for (std::size_t i = 0; i < picture.size(); ++i)
      levels_[(i / columns + 1) * stride_ + i % columns + 1] = static_cast<float>(picture[i]) / 255;
  }

  /// At column x and row y, by linear interpolation in both directions.
  float at(float x, float y) const {
    const float column = std::clamp(x, -1.f, columns_) + 1, row = std::clamp(y, -1.f, rows_) + 1;
    const auto left = static_cast<std::int32_t>(column), top = static_cast<std::int32_t>(row);
    const float right_part = column - static_cast<float>(left), bottom_part = row - static_cast<float>(top);
    const float* const p = levels_.data() + static_cast<std::size_t>(top) * stride_ + static_cast<std::size_t>(left);
    const float upper = p[0] + right_part * (p[1] - p[0]);
    const float lower = p[stride_] + right_part * (p[stride_ + 1] - p[stride_]);
    return upper + bottom_part * (lower - upper);
  }

 private:
  float rows_, columns_;
  std::size_t stride_;
  std::vector<float> levels_;  // with one line of paper above and to the left, two below and to the right
};

}  // namespace hello_dl::detail
