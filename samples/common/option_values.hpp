#pragma once
/// What may stand behind an option. All throw usage_error with one sentence that names the option, what was expected and what was
/// found.

#include <cstdint>
#include <string>
#include <vector>

namespace samples {

/// From 1 to `max`.
int whole_number(const std::string& option, const std::string& text, int max);

/// From 0 to 2^64 - 1.
std::uint64_t any_seed(const std::string& text);

struct real_range {
  double min, max;
  const char* in_words;
};
double real_number(const std::string& option, const std::string& text, const real_range& range);

/// Anything but nothing.
std::string folder(const std::string& option, const std::string& text);

/// One of these words.
std::string one_of(const std::string& option, const std::vector<std::string>& choices, const std::string& text);

/// "letters, balanced"
std::string joined(const std::vector<std::string>& words);

}  // namespace samples
