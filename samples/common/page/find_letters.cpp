#include "find_letters.hpp"

#include <numeric>

#include "ink.hpp"
#include "lines.hpp"

namespace samples {
namespace {

int gap_between(const component& left, const component& right) { return std::max(0, right.place.left - left.place.right); }

/// The gap from which on it is one between words: gaps fall into two groups, and this is halfway between their means.
double gap_between_words(const std::vector<std::vector<component>>& lines, int height) {
  std::vector<double> gaps;
  for (const std::vector<component>& line : lines)
    for (std::size_t i = 1; i < line.size(); ++i) gaps.push_back(std::min(gap_between(line[i - 1], line[i]), 3 * height));
  double small = 0.15 * height, large = height;
  for (int round = 0; round < 20; ++round) {
    const double middle = (small + large) / 2;
    const auto mean = [&](bool wide, double otherwise) {
      double sum = 0, count = 0;
      for (const double gap : gaps)
        if ((gap > middle) == wide) sum += gap, ++count;
      return count > 0 ? sum / count : otherwise;
    };
    small = mean(false, small), large = mean(true, large);
  }
  return std::max((small + large) / 2, 0.3 * height);
}

found_letter with_image(component ink, const grey_image& page) {
  const letter_image image = cut_out(page, ink);
  return {std::move(ink), image};
}

found_line in_words(const std::vector<component>& letters, const grey_image& ink, double gap) {
  found_line words;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (i == 0 || gap_between(letters[i - 1], letters[i]) > gap) words.emplace_back();
    words.back().push_back(with_image(letters[i], ink));
  }
  return words;
}

}  // namespace

found_page find_letters(const grey_image& photo) {
  found_page page{{}, 0, 0, ink_on_paper(reduced(photo))};
  std::vector<component> parts = components_of(page.ink, ink_threshold(page.ink));
  const int height = letter_height(parts);
  if (height == 0) return page;
  page.letter_height = height;
  page.slope = slope_of(parts, height);
  const hand_on_page hand{height, page.slope, lean_of(parts, height, page.ink.width)};
  const auto lines = lines_of(std::move(parts), hand);
  const double gap = gap_between_words(lines, height);
  for (const std::vector<component>& letters : lines) page.lines.push_back(in_words(letters, page.ink, gap));
  return page;
}

found_letter as_one(const found_page& page, const found_letter& a, const found_letter& b) {
  return with_image(joined(a.ink, b.ink), page.ink);
}

std::optional<std::pair<found_letter, found_letter>> in_two(const found_page& page, const found_letter& letter) {
  constexpr double thin = 0.6;  // of the mean: within a letter, most columns cross two strokes
  const box& place = letter.ink.place;
  std::vector<double> dark(static_cast<std::size_t>(place.width()));
  for (const int pixel : letter.ink.pixels)
    dark[static_cast<std::size_t>(pixel % page.ink.width - place.left)] += page.ink.pixels[static_cast<std::size_t>(pixel)];
  const std::ptrdiff_t margin = place.width() / 4;
  const auto thinnest = std::min_element(dark.begin() + margin, dark.end() - margin);
  if (*thinnest > thin * std::accumulate(dark.begin(), dark.end(), 0.0) / place.width()) return {};
  auto [left, right] = cut_at(letter.ink, place.left + static_cast<int>(thinnest - dark.begin()), page.ink.width);
  if (left.pixels.empty() || right.pixels.empty()) return {};
  return {{with_image(std::move(left), page.ink), with_image(std::move(right), page.ink)}};
}

}  // namespace samples
