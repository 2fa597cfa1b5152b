#pragma once
/// A string as a template argument: compilers print it in their messages.

#include <cstddef>
#include <string_view>

namespace hello_dl {

template <std::size_t Size>
struct fixed_string {
  char letters[Size + 1] = {};

  constexpr fixed_string() = default;
  constexpr fixed_string(const char (&text)[Size + 1]) {  // NOLINT: literals convert
    for (std::size_t i = 0; i < Size; ++i) letters[i] = text[i];
  }
  static constexpr std::size_t size() { return Size; }
  constexpr std::string_view text() const { return {letters, Size}; }
};

template <std::size_t Length>
fixed_string(const char (&)[Length]) -> fixed_string<Length - 1>;

}  // namespace hello_dl
