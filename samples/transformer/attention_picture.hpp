#pragma once
#include <span>
#include <string>
#include <vector>

#include "common/image.hpp"

namespace samples {

/// How much each character of a text, in a row, attends to each, in a column: text.size() rows of text.size() shares.
struct attention_table {
  std::string title;
  std::vector<float> shares;
};

/// The first `count` rows and columns of a table of `size` x `size` shares.
std::vector<float> upper_left(std::span<const float> shares, std::size_t size, std::size_t count);

/// The tables side by side, so many in a row, with the text at the left and above each: the more attention, the darker.
image attention_picture(const std::string& text, const std::vector<attention_table>& tables, int per_row);

}  // namespace samples
