#pragma once
/// Windows of a text: places from which a network reads so many characters.

#include <algorithm>
#include <cstddef>
#include <vector>

namespace samples {

/// A window, and from which of its places on the characters behind it are judged.
struct window {
  std::size_t begin, first;
  friend bool operator==(window, window) = default;
};

/// Windows of `size` characters that overlap by half, over a text of `length` > `size` characters: each character but the first is
/// judged once, behind at least half a window where so many are before it.
inline std::vector<window> overlapping(std::size_t length, std::size_t size) {
  std::vector<window> windows{{0, 0}};
  const std::size_t last = length - 1 - size;
  while (windows.back().begin < last) {
    const std::size_t before = windows.back().begin, begin = std::min(before + size / 2, last);
    windows.push_back({begin, before + size - begin});
  }
  return windows;
}

}  // namespace samples
