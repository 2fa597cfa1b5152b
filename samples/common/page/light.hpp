#pragma once
#include <algorithm>

#include "../handwriting/dice.hpp"

namespace samples {

/// Light on white paper: brighter on one side, and darker where the hand that holds the phone throws its shadow.
class light {
 public:
  explicit light(handwriting::dice& roll) {
    for (double& corner : corners_) corner = roll.between(150, 245);
    shadow_x_ = roll.between(0.2, 1), shadow_y_ = roll.between(0.2, 1), size_ = roll.between(0.3, 0.6), depth_ = roll.between(0.1, 0.45);
  }

  /// The grey of the paper; both places go from 0 to 1.
  double operator()(double x, double y) const {
    const double top = corners_[0] + x * (corners_[1] - corners_[0]), bottom = corners_[2] + x * (corners_[3] - corners_[2]);
    const double distance = ((x - shadow_x_) * (x - shadow_x_) + (y - shadow_y_) * (y - shadow_y_)) / (size_ * size_);
    const double shadow = std::max(0.0, 1 - distance);
    return (top + y * (bottom - top)) * (1 - depth_ * shadow * shadow);
  }

 private:
  double corners_[4];
  double shadow_x_, shadow_y_, size_, depth_;
};

}  // namespace samples
