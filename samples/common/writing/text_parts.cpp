#include "text_parts.hpp"

#include <hello_dl/core/random.hpp>
#include <hello_dl/data/error.hpp>

namespace samples {

text_parts hold_out_end(std::string_view text) {
  const std::size_t wanted = text.size() - text.size() / 10, newline = text.rfind('\n', wanted);
  const std::size_t middle = newline == std::string_view::npos ? wanted : newline + 1;
  return {std::string{text.substr(0, middle)}, std::string{text.substr(middle)}};
}

text_parts hold_out_lines(std::string_view text, const std::string& file) {
  constexpr std::uint64_t seed = 1, stream = 0x6c69'6e65'0000'0000;
  text_parts parts;
  std::size_t lines = 0;
  for (; !text.empty(); ++lines) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    const bool drawn = hello_dl::random_bits(seed, stream, lines / 10) % 10 == lines % 10;
    (drawn ? parts.held_out : parts.training).append(line) += '\n';
  }
  if (lines < 10) throw hello_dl::data_error{file, "at least 10 lines", std::to_string(lines)};
  return parts;
}

}  // namespace samples
