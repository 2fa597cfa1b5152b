#pragma once
/// From a text file to the numbers that a network reads and writes, and back. A character is a byte, so that a text in UTF-8 can be
/// learned as well: most of its letters are then two characters that always go together.

#include <hello_dl/core/shape.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace samples {

/// How many characters a network knows at most; a text may have fewer.
constexpr hello_dl::extent alphabet_size = 128;

/// The text as a network reads it: the number of each character.
using character_numbers = std::vector<std::int32_t>;

/// Reads a text, gzipped or not. Throws data_error if it has less than 1,000 bytes or more than 64 MiB.
std::string read_text(const std::string& file);

/// Numbers the bytes that occur in a text: the smallest is 0.
class alphabet {
 public:
  /// `file` is for the data_error that a text of more than alphabet_size different bytes ends in.
  alphabet(std::string_view text, const std::string& file);

  /// How many different characters there are.
  int size() const { return static_cast<int>(characters_.size()); }

  /// Throws usage_error if there is a character that the text of this alphabet lacks, as only the user can have wished for one: the
  /// sentence is about --prompt.
  character_numbers encode(std::string_view text) const;
  std::string decode(std::span<const std::int32_t> numbers) const;
  char character(std::int32_t number) const { return characters_[static_cast<std::size_t>(number)]; }

 private:
  std::string characters_;  // by number, ascending as bytes
};

}  // namespace samples
