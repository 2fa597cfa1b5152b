#pragma once
#include <cmath>
#include <numeric>
#include <span>

namespace samples {

/// The length of a vector.
inline double norm_of(std::span<const float> numbers) {
  double squares = 0;
  for (const float number : numbers) squares += double{number} * number;
  return std::sqrt(squares);
}

inline double mean_of(std::span<const float> numbers) {
  return std::accumulate(numbers.begin(), numbers.end(), 0.0) / static_cast<double>(numbers.size());
}

}  // namespace samples
