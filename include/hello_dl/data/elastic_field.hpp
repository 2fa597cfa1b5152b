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
        grid_columns_{grid_size(along_columns_)},
        grid_(grid_size(along_rows_) * grid_columns_),
        row_(grid_columns_) {}

  /// A new field with this standard deviation in pixels. `next()` gives numbers evenly from -1 to 1.
  template <class Next>
  void draw(double deviation, Next&& next) {
    // Such a number has the deviation 1 / sqrt(3). The squares of a spline's weights add up to 151 / 315 on average, and a
    // point has the product of two sums.
    const float scale = static_cast<float>(deviation * std::sqrt(3.0) * 315 / 151);
    for (float& number : grid_) number = scale * next();
  }

  /// Adds the field along picture row `r` to `way`, one element for each column.
  void add_row(std::size_t r, float* way) {
    const place& p = along_rows_[r];
    for (std::size_t g = 0; g < grid_columns_; ++g) {
      const float* const from = grid_.data() + p.first * grid_columns_ + g;
      row_[g] = 0;
      for (std::size_t k = 0; k < 4; ++k) row_[g] += p.weights.at[k] * from[k * grid_columns_];
    }
    for (std::size_t c = 0; c < along_columns_.size(); ++c) {
      const place& q = along_columns_[c];
      for (std::size_t k = 0; k < 4; ++k) way[c] += q.weights.at[k] * row_[q.first + k];
    }
  }

 private:
  /// Where a row or column of pixels lies between the lines of the grid.
  struct place {
    std::size_t first;
    spline_weights weights;
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
  std::size_t grid_columns_;
  std::vector<float> grid_;
  std::vector<float> row_;  // the grid's values at the height of a row of pixels
};

}  // namespace hello_dl::detail
