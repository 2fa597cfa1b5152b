#include "report.hpp"

#include <algorithm>
#include <cstdio>
#include <numeric>
#include <stdexcept>

namespace samples {

confusion_matrix::confusion_matrix(int classes)
    : classes_{classes},
      counts_(static_cast<std::size_t>(classes) * static_cast<std::size_t>(classes)) {}

void confusion_matrix::add(int truth, int guess) { ++counts_[index(truth, guess)]; }

std::size_t confusion_matrix::total() const {
  return std::accumulate(counts_.begin(), counts_.end(), std::size_t{0});
}

double confusion_matrix::accuracy() const {
  std::size_t right = 0;
  for (int c = 0; c < classes_; ++c) right += count(c, c);
  const std::size_t all = total();
  return all == 0 ? 0 : static_cast<double>(right) / static_cast<double>(all);
}

std::vector<confusion_matrix::mistake> confusion_matrix::worst_mistakes(std::size_t limit) const {
  std::vector<mistake> mistakes;
  for (int truth = 0; truth < classes_; ++truth) {
    const auto row = counts_.begin() + truth * classes_;
    const auto images = static_cast<double>(std::accumulate(row, row + classes_, std::size_t{0}));
    for (int guess = 0; guess < classes_; ++guess)
      if (const std::size_t n = count(truth, guess); n > 0 && guess != truth)
        mistakes.push_back({truth, guess, n, static_cast<double>(n) / images});
  }
  std::ranges::stable_sort(mistakes, std::ranges::greater{}, &mistake::count);
  mistakes.resize(std::min(limit, mistakes.size()));
  return mistakes;
}

std::size_t confusion_matrix::index(int truth, int guess) const {
  const auto is_class = [this](int c) { return c >= 0 && c < classes_; };
  if (!is_class(truth) || !is_class(guess))
    throw std::out_of_range{"expected classes from 0 to " + std::to_string(classes_ - 1) +
                            ", found truth " + std::to_string(truth) + " and guess " +
                            std::to_string(guess)};
  return static_cast<std::size_t>(truth) * static_cast<std::size_t>(classes_) +
         static_cast<std::size_t>(guess);
}

std::string accuracy_line(const confusion_matrix& confusion, std::string_view label) {
  char number[32];
  std::snprintf(number, sizeof number, "%.4f", confusion.accuracy());
  return std::string{label} + ": " + number + " (" + std::to_string(confusion.total()) + " images)";
}

std::string mistakes_table(const confusion_matrix& confusion,
                           std::span<const std::string> class_names, std::size_t limit) {
  const auto mistakes = confusion.worst_mistakes(limit);
  if (mistakes.empty()) return "no mistakes\n";
  std::string table = "truth -> guess   count   share of the truth's images\n";
  for (const auto& m : mistakes) {
    const auto name = [&](int c) { return class_names[static_cast<std::size_t>(c)].c_str(); };
    char line[128];
    std::snprintf(line, sizeof line, "%5s -> %-5s %8zu   %5.1f%%\n", name(m.truth), name(m.guess),
                  m.count, 100 * m.share);
    table += line;
  }
  return table;
}

}  // namespace samples
