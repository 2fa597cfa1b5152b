#pragma once
/// The baseline of what writes: how often each character followed the few before it.

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "alphabet.hpp"

namespace samples {

/// An n-gram model of characters, with interpolated Kneser-Ney smoothing (Chen and Goodman 1998, "An Empirical Study of Smoothing
/// Techniques for Language Modeling", section 2.7). With c the counts after the characters h, and h' all of h but the first:
///
///   P(x | h) = (max(c(x) - D, 0) + D (how many different x there were) P(x | h')) / (sum of c)
///
/// and P(x) = 1 / (the size of the alphabet) below the shortest h, which is empty. For the longest h, and where h begins with the
/// text, c is how often x followed. For shorter ones it is after how many different characters "h x" came: only they fall back on it.
class ngram {
 public:
  /// Learns from these texts. `order` is how many characters it looks at, the one to predict among them; at least 1. The first
  /// character of a text is not learned, only what comes after it.
  ngram(std::span<const character_numbers> texts, int order, int characters);

  /// Of this character after these.
  double probability(std::span<const std::int32_t> before, std::int32_t next) const;

  /// How many bits a character takes on average, without the first one of each text: the mean of -log2(probability).
  double bits_per_character(std::span<const character_numbers> texts) const;

 private:
  struct follower {
    std::int32_t character;
    int count;
  };
  struct followers {
    int total = 0;
    std::vector<follower> list = {};
    int count(std::int32_t character) const;
    /// Returns whether it is new.
    bool add(std::int32_t character);
  };

  void learn(std::span<const std::int32_t> before, std::int32_t next);
  void choose_discounts();

  std::size_t longest_;                                          // of the characters before
  double below_;                                                 // the probability that the shortest falls back on
  std::vector<std::unordered_map<std::string, followers>> after_;  // by the length of the characters before
  std::vector<double> discounts_;
};

/// The bits per character on `held_out` of the n-grams of order 1, 2, ..., most, which have learned from `training`.
std::vector<double> ngram_bits(std::span<const character_numbers> training, std::span<const character_numbers> held_out, int most,
                               int characters);

/// "n-grams of 1, 2, 3 characters: 4.69 3.63 3.43 bits per character"
std::string ngram_line(std::span<const double> bits);

}  // namespace samples
