#include "progress_text.hpp"

#include <algorithm>
#include <cstdio>
#include <vector>

namespace samples {
namespace {

constexpr std::size_t shortest_bar = 5, longest_bar = 40;

std::string decimal(double number, int digits) {
  char text[400];  // the largest double has 309 digits before the point
  std::snprintf(text, sizeof text, "%.*f", digits, number);
  return text;
}

std::string rate(double per_second) {
  if (per_second < 1e3) return decimal(per_second, 0) + " samples/s";
  if (per_second < 1e6) return decimal(per_second / 1e3, 1) + "k samples/s";
  return decimal(per_second / 1e6, 1) + "M samples/s";
}

/// 1:05 or 2:00:59
std::string duration(double seconds) {
  if (!(seconds < 1e9)) return "?";
  const auto total = static_cast<long>(seconds);
  const auto two_digits = [](long n) { return (n < 10 ? ":0" : ":") + std::to_string(n); };
  if (total < 3600) return std::to_string(total / 60) + two_digits(total % 60);
  return std::to_string(total / 3600) + two_digits(total / 60 % 60) + two_digits(total % 60);
}

struct field {
  int importance;
  std::string text;
};

std::vector<field> fields_of(const progress_figures& f, const std::string& accuracy) {
  const std::string percent = decimal(100 * f.done, 0) + "%";
  return {{9, "epoch " + std::to_string(f.epoch) + "/" + std::to_string(f.epochs)},
          {8, std::string(4 - std::min<std::size_t>(4, percent.size()), ' ') + percent},
          {7, "loss " + decimal(f.loss, 4)},
          {5, accuracy + " " + decimal(f.accuracy, 4)},
          {4, rate(f.samples_per_second)},
          {6, "ETA " + duration(f.seconds_left)}};
}

std::string joined(const std::vector<field>& fields) {
  std::string line;
  for (const field& f : fields) line += (line.empty() ? "" : "  ") + f.text;
  return line;
}

std::string repeated(const char* part, std::size_t times) {
  std::string text;
  while (times-- > 0) text += part;
  return text;
}

std::string bar(double done, std::size_t width, const screen& output) {
  const auto full = static_cast<std::size_t>(done * static_cast<double>(width));
  const std::string filled = repeated(output.unicode ? "█" : "#", full);
  const std::string empty = repeated(output.unicode ? "░" : ".", width - full);
  if (output.colours == colour_depth::none) return filled + empty;
  return "\033[36m" + filled + "\033[0m" + empty;
}

}  // namespace

std::string progress_bar(const progress_figures& figures, const screen& output) {
  const auto room = static_cast<std::size_t>(std::max(output.columns - 1, 0));
  auto fields = fields_of(figures, "acc");
  while (fields.size() > 1 && joined(fields).size() > room)
    fields.erase(std::ranges::min_element(fields, {}, &field::importance));
  const std::string line = joined(fields).substr(0, room);
  const std::size_t left = room - line.size();
  if (left < 2 + shortest_bar) return line;
  return bar(figures.done, std::min(left - 2, longest_bar), output) + "  " + line;
}

std::string progress_line(const progress_figures& figures) {
  return joined(fields_of(figures, "accuracy"));
}

std::string epoch_line(const progress_figures& f, double validation_accuracy) {
  return "epoch " + std::to_string(f.epoch) + "/" + std::to_string(f.epochs) + "  loss " +
         decimal(f.loss, 4) + "  accuracy " + decimal(f.accuracy, 4) + "  validation " +
         decimal(validation_accuracy, 4) + "  " + rate(f.samples_per_second);
}

}  // namespace samples
