#pragma once
/// A random way for each point of a picture, which varies smoothly: elastic deformation (Simard, Steinkraus and Platt 2003,
/// "Best Practices for Convolutional Neural Networks Applied to Visual Document Analysis", section 2). As in Ronneberger,
/// Fischer and Brox 2015, "U-Net", section 3.1, random numbers stand on a coarse grid with a cubic curve between them; here
/// a B-spline, whose derivatives are smooth too.

#include <cmath>
#include <cstddef>
#include <vector>

namespace hello_dl::detail {

/// What the four grid points around a place weigh; `t` from 0 to 1 is the way from the second to the third.
struct spline_weights {
  float at[4];

  explicit spline_weights(float t) {
    const float s = 1 - t;
    at[0] = s * s * s / 6;
    at[1] = (3 * t * t * (t - 2) + 4) / 6;
    at[2] = (3 * s * s * (s - 2) + 4) / 6;
    at[3] = t * t * t / 6;
  }
};

/// One coordinate of the way, for pictures of one size. The same memory serves every picture.
class elastic_field {
 public:
  elastic_field(int rows, int columns, double smoothness)
      : along_rows_{places(rows, smoothness)},
        along_columns_{places(columns, smoothness)},
        grid_line_(grid_size(along_columns_)),
        lines_(grid_size(along_rows_) * along_columns_.size()) {}

  /// A new field with this standard deviation in pixels. `next()` gives numbers evenly from -1 to 1.
  template <class Next>
  void draw(double deviation, Next&& next) {
    // Such a number has the deviation 1 / sqrt(3). The squares of a spline's weights add up to 151 / 315 on average, and a
    // point has the product of two sums.
    const float scale = static_cast<float>(deviation * std::sqrt(3.0) * 315 / 151);
    for (auto line = lines_.begin(); line != lines_.end();) {
      for (float& number : grid_line_) number = scale * next();
      for (const place& p : along_columns_) *line++ = p.between(grid_line_.data() + p.first, 1);
    }
  }

  /// Adds the field along picture row `r` to `way`, one element for each column.
  void add_row(std::size_t r, float* way) const {
    const place p = along_rows_[r];
    const std::size_t columns = along_columns_.size();
    const float* const from = lines_.data() + p.first * columns;
    for (std::size_t c = 0; c < columns; ++c) way[c] += p.between(from + c, columns);
  }

 private:
  /// Where a row or column of pixels lies between the lines of the grid.
  struct place {
    std::size_t first;
    spline_weights weights;

    /// The value there, from four neighbours `step` elements apart.
    float between(const float* from, std::size_t step) const {
      return weights.at[0] * from[0] + weights.at[1] * from[step] + weights.at[2] * from[2 * step] + weights.at[3] * from[3 * step];
    }
  };
  static std::vector<place> places(int count, double smoothness) {
    std::vector<place> result;
    for (int i = 0; i < count; ++i) {
      const double at = i / smoothness, first = std::floor(at);
      result.push_back({static_cast<std::size_t>(first), spline_weights{static_cast<float>(at - first)}});
    }
    return result;
  }
  static std::size_t grid_size(const std::vector<place>& places) { return places.empty() ? 0 : places.back().first + 4; }

  std::vector<place> along_rows_, along_columns_;
  std::vector<float> grid_line_;
  std::vector<float> lines_;  // the grid's lines, at each column of the picture
};

}  // namespace hello_dl::detail
