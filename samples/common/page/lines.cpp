#include "lines.hpp"

#include <cmath>
#include <map>
#include <numeric>

#include "median.hpp"

namespace samples {
namespace {

using text_line = std::vector<component>;

int left_of(const component& part) { return part.place.left; }

/// Where a component is when lines are level.
double level_of(const component& part, double slope) { return part.place.centre_y() - slope * part.place.centre_x(); }

/// The mean level of the last few letters.
double level_of(const text_line& line, double slope) {
  const std::size_t count = std::min<std::size_t>(line.size(), 5);
  return std::accumulate(line.end() - static_cast<std::ptrdiff_t>(count), line.end(), 0.0,
                         [&](double sum, const component& part) { return sum + level_of(part, slope); }) / static_cast<double>(count);
}

/// The line whose end is at the level of a component, or a new one.
text_line& line_for(const component& part, std::vector<text_line>& lines, const hand_on_page& hand) {
  const auto distance = [&](const text_line& line) { return std::abs(level_of(line, hand.slope) - level_of(part, hand.slope)); };
  const auto nearest = std::ranges::min_element(lines, {}, distance);
  if (nearest != lines.end() && distance(*nearest) < 0.75 * hand.height) return *nearest;
  return lines.emplace_back();
}

/// How far a mark is from a letter that it may be a part of; 1e9 if it cannot be. Where letters lean, dots are to the right of them.
double distance_to(const component& mark, const component& letter, const hand_on_page& hand) {
  const box &a = mark.place, &b = letter.place;
  const double leant = hand.lean * (b.centre_y() - a.centre_y());
  const double beside = std::max({0.0, a.left - leant - b.right, b.left - a.right + leant});
  const int above = std::max(0, b.top - a.bottom);
  if (a.bottom > (beside > 0 ? b.centre_y() : b.bottom + hand.height / 8.0) || beside > 0.3 * hand.height || above > 0.7 * hand.height)
    return 1e9;
  return above + 2 * beside + 0.5 * std::abs(a.centre_x() - leant - b.centre_x());
}

/// A small piece of ink goes to the nearest letter below it or beside it. A full stop has none.
void join_to_letter(std::vector<text_line>& lines, const component& mark, const hand_on_page& hand) {
  component* best = nullptr;
  double least = 1e9;
  for (text_line& line : lines) {
    const auto near = std::ranges::lower_bound(line, mark.place.left - 10 * hand.height, {}, left_of);
    for (auto letter = near; letter != line.end() && letter->place.left < mark.place.right + 2 * hand.height; ++letter)
      if (const double distance = distance_to(mark, *letter, hand); distance < least) least = distance, best = &*letter;
  }
  if (best) *best = joined(std::move(*best), mark);
}

/// More small pieces of ink than letters can have are the grain of a picture.
bool are_marks(const std::vector<component>& marks, const std::vector<text_line>& lines) {
  std::size_t letters = 0;
  for (const text_line& line : lines) letters += line.size();
  return marks.size() <= 4 * letters + 100;
}

/// Strokes one above the other are one letter.
void join_strokes(text_line& line) {
  text_line letters;
  for (component& part : line) {
    if (!letters.empty()) {
      const box &before = letters.back().place, &now = part.place;
      if (shared_columns(before, now) > 0.5 * std::min(before.width(), now.width())) {
        letters.back() = joined(std::move(letters.back()), part);
        continue;
      }
    }
    letters.push_back(std::move(part));
  }
  line = std::move(letters);
}

}  // namespace

int letter_height(const std::vector<component>& parts) {
  constexpr int least = 8;
  std::vector<int> heights;
  for (const component& part : parts)
    if (part.place.height() >= least && part.place.height() <= 20 * part.place.width()) heights.push_back(part.place.height());
  if (heights.empty()) return 0;
  const auto most = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() * 7 / 10);
  std::ranges::nth_element(heights, most);
  return *most;
}

//[slope
double slope_of(const std::vector<component>& parts, int height) {
  double best = 0;
  std::size_t fullest = 0;
  for (int step = 0; step <= 80; ++step) {
    const double slope = (step % 2 ? -1 : 1) * ((step + 1) / 2) * 0.003;  // 0, then ever steeper, to 7 degrees
    std::map<int, std::size_t> rows;
    for (const component& part : parts)
      if (2 * part.place.height() > height) ++rows[static_cast<int>(std::floor(level_of(part, slope) / (0.3 * height)))];
    std::size_t sum = 0;
    for (const auto& [row, count] : rows) sum += count * count;
    if (sum > fullest) fullest = sum, best = slope;
  }
  return best;
}
//]

double lean_of(const std::vector<component>& parts, int height, int width) {
  std::vector<double> leans{0};
  for (const component& part : parts) {
    if (2 * part.place.height() < height || part.place.height() > 2 * height) continue;
    const double count = static_cast<double>(part.pixels.size());
    double x = 0, y = 0, xy = 0, yy = 0;
    for (const int pixel : part.pixels) {
      const double u = pixel % width - part.place.left, v = part.place.bottom - pixel / width;
      x += u, y += v, xy += u * v, yy += v * v;
    }
    leans.push_back((xy - x * y / count) / std::max(1.0, yy - y * y / count));
  }
  return std::clamp(median(std::move(leans), 0), -1.0, 1.0);
}

std::vector<std::vector<component>> lines_of(std::vector<component> parts, const hand_on_page& hand) {
  const int height = hand.height;
  std::ranges::stable_sort(parts, {}, left_of);
  std::vector<text_line> lines;
  std::vector<component> marks;
  for (component& part : parts) {
    const int size = std::max(part.place.width(), part.place.height());
    if (part.place.height() > 3 * height || part.place.width() > 8 * height || size < 0.07 * height) continue;
    if (size < 0.4 * height) {
      marks.push_back(std::move(part));
    } else {
      line_for(part, lines, hand).push_back(std::move(part));
    }
  }
  if (are_marks(marks, lines))
    for (const component& mark : marks) join_to_letter(lines, mark, hand);
  std::ranges::stable_sort(lines, {}, [&](const text_line& line) { return level_of(line, hand.slope); });
  for (text_line& line : lines) {
    std::ranges::stable_sort(line, {}, left_of);
    join_strokes(line);
  }
  return lines;
}

}  // namespace samples
