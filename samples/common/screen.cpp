#include "screen.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>
#include <string_view>

namespace samples {
namespace {

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

bool locale_is_utf8() {
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"})
    if (const auto value = environment(name); !value.empty())
      return contains(value, "UTF-8") || contains(value, "utf8") || contains(value, "UTF8") ||
             contains(value, "utf-8");
  return false;
}

colour_depth terminal_colours() {
  if (!environment("NO_COLOR").empty()) return colour_depth::none;
  const auto term = environment("TERM"), colorterm = environment("COLORTERM");
  if (colorterm == "truecolor" || colorterm == "24bit" || contains(term, "direct"))
    return colour_depth::rgb;
  return contains(term, "256color") ? colour_depth::palette_256 : colour_depth::none;
}

}  // namespace

screen standard_output() {
  screen result{.unicode = locale_is_utf8()};
  if (!isatty(STDOUT_FILENO)) return result;
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) result.columns = size.ws_col;
  const auto term = environment("TERM");
  result.interactive = !term.empty() && term != "dumb";
  if (result.interactive) result.colours = terminal_colours();
  return result;
}

}  // namespace samples
