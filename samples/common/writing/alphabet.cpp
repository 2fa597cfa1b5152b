#include "alphabet.hpp"

#include <hello_dl/data/byte_source.hpp>
#include <hello_dl/data/error.hpp>

#include <array>

#include "common/options.hpp"

namespace samples {
namespace {

constexpr std::size_t fewest_bytes = 1000, most_bytes = std::size_t{64} << 20;

std::uint8_t byte_of(char character) { return static_cast<std::uint8_t>(character); }

}  // namespace

std::string read_text(const std::string& file) {
  hello_dl::detail::byte_source source{file};
  std::string text;
  std::array<std::uint8_t, 1 << 16> part;
  while (const std::size_t count = source.read(part)) {
    text.append(reinterpret_cast<const char*>(part.data()), count);
    if (text.size() > most_bytes) throw hello_dl::data_error{file, "a text of at most 64 MiB", "more"};
  }
  if (text.size() < fewest_bytes)
    throw hello_dl::data_error{file, "a text of at least " + std::to_string(fewest_bytes) + " bytes", std::to_string(text.size())};
  return text;
}

alphabet::alphabet(std::string_view text, const std::string& file) {
  std::array<bool, 256> occurs{};
  for (const char character : text) occurs[byte_of(character)] = true;
  for (std::size_t byte = 0; byte < occurs.size(); ++byte)
    if (occurs[byte]) characters_ += static_cast<char>(byte);
  if (size() > alphabet_size)
    throw hello_dl::data_error{file, "at most " + std::to_string(alphabet_size) + " different bytes", std::to_string(size())};
}

character_numbers alphabet::encode(std::string_view text) const {
  character_numbers numbers;
  for (const char character : text) {
    const std::size_t number = characters_.find(character);
    if (number == std::string::npos)
      throw usage_error{"--prompt: expected only characters of the text that is learned, found another in " +
                        hello_dl::detail::in_quotes(text) + " (byte " + std::to_string(numbers.size() + 1) + ")"};
    numbers.push_back(static_cast<std::int32_t>(number));
  }
  return numbers;
}

std::string alphabet::decode(std::span<const std::int32_t> numbers) const {
  std::string text;
  for (const std::int32_t number : numbers) text += character(number);
  return text;
}

}  // namespace samples
