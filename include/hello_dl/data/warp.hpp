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

/// A grey level from 0 to 255, in units of full ink.
constexpr float ink_of(std::uint8_t level) { return static_cast<float>(level) / 255; }

/// A picture that can be read between its pixels and outside, where there is paper.
class readable_picture {
 public:
  readable_picture(int rows, int columns)
      : rows_{rows},
        columns_{columns},
        levels_((static_cast<std::size_t>(rows) + 3) * static_cast<std::size_t>(columns + 3)),
        corners_(static_cast<std::size_t>(columns)) {}

  /// Grey levels, row by row.
  void set(std::span<const std::uint8_t> picture) {
    const std::uint8_t* from = picture.data();
    for (int r = 0; r < rows_; ++r, from += columns_) {
      float* const line = levels_.data() + (r + 1) * stride() + 1;
      for (int c = 0; c < columns_; ++c) line[c] = ink_of(from[c]);
    }
  }

  /// The ink at columns x and rows y, up to as many as the picture has columns, by linear interpolation in both directions.
  /// They become how far each place is from the pixel to the left of it and above.
  void read(std::span<float> x, std::span<float> y, float* ink) {
    find_corners(x, y);
    for (std::size_t i = 0; i < x.size(); ++i) {
      const float *const p = levels_.data() + corners_[i], *const below = p + stride();
      const float upper = p[0] + x[i] * (p[1] - p[0]), lower = below[0] + x[i] * (below[1] - below[0]);
      ink[i] = upper + y[i] * (lower - upper);
    }
  }

 private:
  /// Of the four pixels around each place: where the upper left one is. (A loop of its own: compilers use vectors for it.)
  void find_corners(std::span<float> x, std::span<float> y) {
    const auto last_column = static_cast<float>(columns_), last_row = static_cast<float>(rows_);
    const int line = stride();
    for (std::size_t i = 0; i < x.size(); ++i) {
      const float column = std::clamp(x[i], -1.f, last_column) + 1, row = std::clamp(y[i], -1.f, last_row) + 1;
      const auto left = static_cast<int>(column), top = static_cast<int>(row);
      corners_[i] = top * line + left;
      x[i] = column - static_cast<float>(left);
      y[i] = row - static_cast<float>(top);
    }
  }
  int stride() const { return columns_ + 3; }

  int rows_, columns_;
  std::vector<float> levels_;  // with one line of paper above and to the left, two below and to the right
  std::vector<int> corners_;   // by column, for the row that is read
};

}  // namespace hello_dl::detail
