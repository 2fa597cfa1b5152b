#pragma once
/// From a network's logits to the next character.

#include <hello_dl/core/random.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

namespace samples {

/// softmax(logits / temperature), for a temperature above 0. Give it only the logits of characters that are in use.
inline std::vector<double> probabilities(std::span<const float> logits, double temperature = 1) {
  const float largest = std::ranges::max(logits);
  std::vector<double> shares;
  double sum = 0;
  for (const float logit : logits) sum += shares.emplace_back(std::exp(static_cast<double>(logit - largest) / temperature));
  for (double& share : shares) share /= sum;
  return shares;
}

/// The number of a character, each drawn as often as probabilities() says; the likeliest for temperature 0. `random` is in [0, 1).
inline std::int32_t draw_next(std::span<const float> logits, double temperature, double random) {
  if (temperature == 0) return static_cast<std::int32_t>(std::ranges::max_element(logits) - logits.begin());
  const std::vector<double> shares = probabilities(logits, temperature);
  std::int32_t number = 0;
  for (const std::int32_t last = static_cast<std::int32_t>(shares.size()) - 1; number < last; ++number)
    if ((random -= shares[static_cast<std::size_t>(number)]) < 0) break;
  return number;
}

/// How often the likeliest of each row of `width` logits is the true one.
inline std::size_t count_right(std::span<const float> logits, std::size_t width, std::span<const std::int32_t> truth) {
  std::size_t right = 0;
  for (std::size_t i = 0; i < truth.size(); ++i) right += draw_next(logits.subspan(i * width, width), 0, 0) == truth[i];
  return right;
}

/// The random numbers that a text is written with: the same for the same seed and number of the text.
class dice {
 public:
  explicit dice(std::uint64_t seed, std::uint64_t text = 0) : seed_{seed}, stream_{writing_stream + text} {}
  /// In [0, 1).
  double operator()() { return hello_dl::uniform<double>(seed_, stream_, counter_++); }

 private:
  static constexpr std::uint64_t writing_stream = 0x7772'6974'0000'0000;
  std::uint64_t seed_, stream_, counter_ = 0;
};

}  // namespace samples
