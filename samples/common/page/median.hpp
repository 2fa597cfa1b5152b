#pragma once
#include <algorithm>
#include <vector>

namespace samples {

/// The middle one of the numbers in order, the upper one of two; `otherwise` if there are none.
inline double median(std::vector<double> numbers, double otherwise) {
  if (numbers.empty()) return otherwise;
  const auto middle = numbers.begin() + static_cast<std::ptrdiff_t>(numbers.size() / 2);
  std::ranges::nth_element(numbers, middle);
  return *middle;
}

}  // namespace samples
