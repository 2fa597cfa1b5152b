#pragma once
#include <array>
#include <charconv>
#include <string>
#include <system_error>

namespace samples {

/// As short as it can be and still the same number.
inline std::string exact(double number) {
  std::array<char, 32> text;
  return {text.data(), std::to_chars(text.data(), text.data() + text.size(), number).ptr};
}

/// Whether all of `text` is a number that fits T.
template <class T>
bool read_number(const std::string& text, T& number) {
  const char* end = text.data() + text.size();
  const auto result = std::from_chars(text.data(), end, number);
  return result.ec == std::errc{} && result.ptr == end;
}

}  // namespace samples
