#include "ngram.hpp"

#include <algorithm>
#include <cmath>
#include <iomanip>
#include <sstream>

namespace samples {
namespace {

/// The last `length` of them, as a key.
std::string last_of(std::span<const std::int32_t> characters, std::size_t length) {
  std::string key;
  for (const std::int32_t character : characters.last(length)) key += static_cast<char>(character);
  return key;
}

}  // namespace

int ngram::followers::count(std::int32_t character) const {
  const auto found = std::ranges::find(list, character, &follower::character);
  return found == list.end() ? 0 : found->count;
}

bool ngram::followers::add(std::int32_t character) {
  ++total;
  const auto found = std::ranges::find(list, character, &follower::character);
  const bool is_new = found == list.end();
  if (is_new) list.push_back({character, 1});
  else ++found->count;
  return is_new;
}

ngram::ngram(std::span<const character_numbers> texts, int order, int characters)
    : longest_{static_cast<std::size_t>(order - 1)}, below_{1.0 / characters}, after_(longest_ + 1) {
  for (const character_numbers& text : texts)
    for (std::size_t i = 1; i < text.size(); ++i) learn(std::span{text}.first(i), text[i]);
  choose_discounts();
}

/// A shorter context counts only what is new in the longer one.
void ngram::learn(std::span<const std::int32_t> before, std::int32_t next) {
  std::size_t length = std::min(longest_, before.size());
  while (after_[length][last_of(before, length)].add(next) && length > 0) --length;
}

/// D = n1 / (n1 + 2 n2), where n1 characters were counted once and n2 twice (Ney, Essen and Kneser 1994, "On Structuring Probabilistic
/// Dependences in Stochastic Language Modelling"). Where that is 0, nothing would be left for what was never seen.
void ngram::choose_discounts() {
  for (const auto& contexts : after_) {
    double once = 0, twice = 0;
    for (const auto& [before, found] : contexts)
      for (const follower& next : found.list) once += next.count == 1, twice += next.count == 2;
    discounts_.push_back(once > 0 ? once / (once + 2 * twice) : 0.5);
  }
}

double ngram::probability(std::span<const std::int32_t> before, std::int32_t next) const {
  double p = below_;
  for (std::size_t length = 0; length <= std::min(longest_, before.size()); ++length) {
    const auto found = after_[length].find(last_of(before, length));
    if (found == after_[length].end()) break;
    const double kept = std::max(found->second.count(next) - discounts_[length], 0.0);
    const double given_up = discounts_[length] * static_cast<double>(found->second.list.size());
    p = (kept + given_up * p) / found->second.total;
  }
  return p;
}

double ngram::bits_per_character(std::span<const character_numbers> texts) const {
  double bits = 0, count = 0;
  for (const character_numbers& text : texts)
    for (std::size_t i = 1; i < text.size(); ++i, ++count) bits -= std::log2(probability(std::span{text}.first(i), text[i]));
  return bits / count;
}

std::vector<double> ngram_bits(std::span<const character_numbers> training, std::span<const character_numbers> held_out, int most,
                               int characters) {
  std::vector<double> bits;
  for (int order = 1; order <= most; ++order) bits.push_back(ngram{training, order, characters}.bits_per_character(held_out));
  return bits;
}

std::string ngram_line(std::span<const double> bits) {
  std::ostringstream orders, figures;
  for (std::size_t i = 0; i < bits.size(); ++i) {
    orders << (i > 0 ? ", " : "") << i + 1;
    figures << ' ' << std::fixed << std::setprecision(3) << bits[i];
  }
  return "n-grams of " + orders.str() + " characters:" + figures.str() + " bits per character";
}

}  // namespace samples
