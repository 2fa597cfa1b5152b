#pragma once
#include <stdexcept>
#include <string>
#include <string_view>

namespace hello_dl {

/// Data that cannot be used. what() is one sentence: which file, what was expected, what was found.
struct data_error : std::runtime_error {
  data_error(const std::string& file, const std::string& expected, const std::string& found)
      : std::runtime_error{file + ": expected " + expected + ", found " + found} {}
};

namespace detail {
/// Names from files, for sentences: in quotes, without control characters, of no endless length.
inline std::string in_quotes(std::string_view name) {
  constexpr std::size_t most = 60;
  std::string text = "'";
  for (const char letter : name.substr(0, most)) text += static_cast<unsigned char>(letter) < 32 || letter == 127 ? '?' : letter;
  return text + (name.size() > most ? "...'" : "'");
}
}  // namespace detail

}  // namespace hello_dl
