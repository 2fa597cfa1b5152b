#include "ink.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace samples {
namespace {

using histogram = std::array<double, 256>;

/// The greys of squares of the photo, one number each.
struct square_grid {
  int side, columns, rows;
  std::vector<double> paper;

  double at(int column, int row) const {
    return paper[static_cast<std::size_t>(std::clamp(row, 0, rows - 1) * columns + std::clamp(column, 0, columns - 1))];
  }

  /// Between the middles of the squares, evenly from one to the next.
  double operator()(int x, int y) const {
    const double u = (x + 0.5) / side - 0.5, v = (y + 0.5) / side - 0.5;
    const int column = static_cast<int>(std::floor(u)), row = static_cast<int>(std::floor(v));
    const double across = u - column, down = v - row;
    return std::lerp(std::lerp(at(column, row), at(column + 1, row), across),
                     std::lerp(at(column, row + 1), at(column + 1, row + 1), across), down);
  }
};

/// The grey that a share of the pixels in a square is darker than.
double grey_at_share(const grey_image& photo, int left, int top, int side, double share) {
  histogram counts{};
  double count = 0;
  for (int y = top; y < std::min(top + side, photo.height); ++y)
    for (int x = left; x < std::min(left + side, photo.width); ++x) ++counts[photo.at(x, y)], ++count;
  std::size_t grey = 0;
  for (double darker = counts[0]; darker < share * count && grey < 255; darker += counts[++grey]) {
  }
  return static_cast<double>(grey);
}

/// Large enough that most of a square is paper, small enough to follow a shadow.
square_grid paper_of(const grey_image& photo) {
  const int side = std::max(48, std::min(photo.width, photo.height) / 16);
  square_grid grid{side, (photo.width + side - 1) / side, (photo.height + side - 1) / side, {}};
  for (int row = 0; row < grid.rows; ++row)
    for (int column = 0; column < grid.columns; ++column)
      grid.paper.push_back(grey_at_share(photo, column * side, row * side, side, 0.75));
  return grid;
}

}  // namespace

grey_image reduced(const grey_image& photo) {
  constexpr double most = 3e6;
  const int step = static_cast<int>(std::ceil(std::sqrt(static_cast<double>(photo.pixels.size()) / most)));
  if (step <= 1) return photo;
  grey_image small{std::max(1, photo.width / step), std::max(1, photo.height / step)};
  for (int y = 0; y < small.height; ++y)
    for (int x = 0; x < small.width; ++x) {
      int sum = 0, count = 0;
      for (int v = y * step; v < std::min((y + 1) * step, photo.height); ++v)
        for (int u = x * step; u < std::min((x + 1) * step, photo.width); ++u) sum += photo.at(u, v), ++count;
      small.at(x, y) = static_cast<std::uint8_t>((sum + count / 2) / count);
    }
  return small;
}

//[ink
grey_image ink_on_paper(const grey_image& photo) {
  const square_grid paper = paper_of(photo);
  grey_image ink{photo.width, photo.height};
  for (int y = 0; y < ink.height; ++y)
    for (int x = 0; x < ink.width; ++x) {
      const double brightness = (photo.at(x, y) + 1) / (paper(x, y) + 1);
      ink.at(x, y) = static_cast<std::uint8_t>(std::lround(255 * std::clamp(1 - brightness, 0.0, 1.0)));
    }
  return ink;
}
//]

int ink_threshold(const grey_image& ink) {
  constexpr int noise = 32;
  histogram counts{};
  for (const std::uint8_t grey : ink.pixels) ++counts[grey];
  double all = 0, sum = 0;
  for (std::size_t grey = 0; grey < counts.size(); ++grey) all += counts[grey], sum += static_cast<double>(grey) * counts[grey];
  double below = 0, below_sum = 0, largest = 0;
  int best = 256;
  for (std::size_t grey = 0; grey + 1 < counts.size(); ++grey) {
    below += counts[grey], below_sum += static_cast<double>(grey) * counts[grey];
    if (below == 0 || below == all) continue;
    const double difference = below_sum / below - (sum - below_sum) / (all - below);
    const double between = below * (all - below) * difference * difference;
    if (between > largest) largest = between, best = static_cast<int>(grey) + 1;
  }
  return best > 255 ? 256 : std::max(best, noise);
}

}  // namespace samples
