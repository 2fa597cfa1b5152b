#pragma once
/// Text as a terminal would show it.

#include <algorithm>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

namespace test {

inline std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream stream{text};
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

inline std::string without_escapes(const std::string& text) {
  return std::regex_replace(text, std::regex{"\033\\[[0-9;?]*[a-zA-Z]"}, "");
}

/// How many columns a line takes: every code point of ours takes one.
inline int columns(const std::string& line) {
  return static_cast<int>(std::ranges::count_if(without_escapes(line),
                                                [](char byte) { return (byte & 0xC0) != 0x80; }));
}

/// The columns of the longest line.
inline int width(const std::string& text) {
  int widest = 0;
  for (const std::string& line : lines_of(text)) widest = std::max(widest, columns(line));
  return widest;
}

inline bool is_ascii(const std::string& text) {
  return std::ranges::all_of(text, [](char c) { return c == '\n' || (c >= ' ' && c <= '~'); });
}

}  // namespace test
