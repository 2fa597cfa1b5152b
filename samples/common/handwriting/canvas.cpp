#include "canvas.hpp"

#include <algorithm>
#include <cmath>

namespace samples::handwriting {
namespace {

/// How much ink is at `p`, from the distance to the nearest point of the line.
double line_coverage(point p, const dab& from, const dab& to, double softness) {
  const point along = to.at - from.at, away = p - from.at;
  const double squared = along.x * along.x + along.y * along.y + 1e-12;
  const double t = std::clamp((away.x * along.x + away.y * along.y) / squared, 0.0, 1.0);
  const point gap = away - t * along;
  const double radius = from.radius + t * (to.radius - from.radius);
  const double distance = std::sqrt(gap.x * gap.x + gap.y * gap.y);
  const double linear = std::clamp(0.5 + (radius - distance) / softness, 0.0, 1.0);
  return linear * linear * (3 - 2 * linear);
}

int clamp_to(int side, double position) { return int(std::clamp(position, 0.0, double(side))); }

}  // namespace

void canvas::draw_line(const dab& from, const dab& to) {
  const double reach = std::max(from.radius, to.radius) + softness_;
  const int left = clamp_to(width_, std::min(from.at.x, to.at.x) - reach);
  const int right = clamp_to(width_, std::max(from.at.x, to.at.x) + reach + 1);
  const int top = clamp_to(height_, std::min(from.at.y, to.at.y) - reach);
  const int bottom = clamp_to(height_, std::max(from.at.y, to.at.y) + reach + 1);
  for (int y = top; y < bottom; ++y) {
    for (int x = left; x < right; ++x) {
      double& covered = coverage_[std::size_t(y) * std::size_t(width_) + std::size_t(x)];
      covered = std::max(covered, line_coverage({x + 0.5, y + 0.5}, from, to, softness_));
    }
  }
}

}  // namespace samples::handwriting
