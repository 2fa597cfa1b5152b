#include "page.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

#include "common/escaped.hpp"
#include "common/plot.hpp"
#include "common/png.hpp"

namespace samples {
namespace {

constexpr const char* head = R"(<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
)";
constexpr const char* style = R"(<style>
body { font-family: sans-serif; max-width: 50em; margin: auto; padding: 1em; background: #ececf0; color: #282828 }
figure { margin: 1em 0; padding: 0.5em; background: white; border-radius: 0.5em }
svg, img { display: block; width: 100%; image-rendering: pixelated }
figcaption { padding: 0.5em }
</style>
)";

/// RFC 4648, section 4.
std::string base64(const std::string& bytes) {
  constexpr const char* letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t group = 0;
    const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
    for (std::size_t k = 0; k < 3; ++k) group = group << 8 | (k < count ? static_cast<std::uint8_t>(bytes[i + k]) : 0);
    for (std::size_t k = 0; k < 4; ++k) text += k <= count ? letters[group >> (18 - 6 * k) & 63] : '=';
  }
  return text;
}

/// Straight lines between the points that have a number; nothing before the first and after the last.
double interpolate(const std::vector<double>& xs, const std::vector<double>& ys, double x) {
  std::size_t before = xs.size(), after = xs.size();
  for (std::size_t i = 0; i < xs.size(); ++i) {
    if (std::isnan(ys[i])) continue;
    if (xs[i] <= x) before = i;
    if (xs[i] >= x && after == xs.size()) after = i;
  }
  if (before == xs.size() || after == xs.size()) return std::numeric_limits<double>::quiet_NaN();
  const double part = xs[after] > xs[before] ? (x - xs[before]) / (xs[after] - xs[before]) : 0;
  return ys[before] + part * (ys[after] - ys[before]);
}

std::string first_word(const std::string& name) { return name.substr(0, name.find(' ')); }

std::string figure(const std::string& content, const std::string& caption = {}) {
  return "<figure>" + content + (caption.empty() ? "" : "<figcaption>" + escaped(caption) + "</figcaption>") + "</figure>\n";
}

/// A chart of the columns from `first` on whose names begin as its does; moves `first` behind them.
std::string chart(const table& log, std::size_t& first) {
  const std::vector<double> steps = log.column(0);
  plot drawn{.title = first_word(log.columns[first]), .from = steps.front(), .to = std::max(steps.back(), steps.front() + 1)};
  bool any = false;
  for (; first < log.columns.size() && drawn.curves.size() < max_curves && first_word(log.columns[first]) == drawn.title; ++first) {
    const std::vector<double> numbers = log.column(first);
    any |= std::ranges::any_of(numbers, [](double number) { return std::isfinite(number); });
    drawn.curves.push_back({log.columns[first], [=](double x) { return interpolate(steps, numbers, x); }});
  }
  return any ? figure(to_svg(drawn)) : "";
}

}  // namespace

std::string to_html(const std::string& title, const table& log, const std::vector<titled_image>& pictures, bool running) {
  std::string page = head;
  if (running) page += "<meta http-equiv=\"refresh\" content=\"2\">\n";
  page += "<title>" + escaped(title) + "</title>\n" + style + "<h1>" + escaped(title) + "</h1>\n";
  if (running) page += "<p>still learning</p>\n";
  for (std::size_t first = 1; !log.rows.empty() && first < log.columns.size();) page += chart(log, first);
  for (const titled_image& shown : pictures)
    page += figure("<img alt=\"" + escaped(shown.title) + "\" src=\"data:image/png;base64," + base64(encode_png(shown.picture)) + "\">", shown.title);
  return page + "</html>\n";
}

}  // namespace samples
