#include "option_values.hpp"

#include <algorithm>

#include "numbers.hpp"
#include "options.hpp"

namespace samples {
namespace {

[[noreturn]] void refuse(const std::string& option, const std::string& expected,
                         const std::string& found) {
  throw usage_error{"--" + option + ": expected " + expected + ", found '" + found + "'"};
}

}  // namespace

int whole_number(const std::string& option, const std::string& text, int max) {
  int number = 0;
  if (!read_number(text, number) || number < 1 || number > max)
    refuse(option, "a whole number from 1 to " + std::to_string(max), text);
  return number;
}

std::uint64_t any_seed(const std::string& text) {
  std::uint64_t number = 0;
  if (!read_number(text, number)) refuse("seed", "a whole number from 0 to 2^64 - 1", text);
  return number;
}

double real_number(const std::string& option, const std::string& text, const real_range& range) {
  double number = 0;
  if (!read_number(text, number) || !(number >= range.min && number <= range.max))
    refuse(option, std::string{"a number from "} + range.in_words, text);
  return number;
}

std::string folder(const std::string& option, const std::string& text) {
  if (text.empty()) refuse(option, "a folder", text);
  return text;
}

std::string joined(const std::vector<std::string>& words) {
  std::string list;
  for (const std::string& word : words) list += (list.empty() ? "" : ", ") + word;
  return list;
}

std::string one_of(const std::string& option, const std::vector<std::string>& choices, const std::string& text) {
  if (std::ranges::find(choices, text) == choices.end())
    refuse(option, choices.size() == 1 ? choices[0] : "one of " + joined(choices), text);
  return text;
}

}  // namespace samples
