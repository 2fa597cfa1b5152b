#pragma once
/// Deterministic batches for tests of training.

#include <hello_dl/core/random.hpp>

#include <cstdint>
#include <vector>

namespace batches {

/// Numbers between -1 and 1.
template <class T>
std::vector<T> reals(std::size_t count) {
  std::vector<T> result;
  for (std::size_t i = 0; i < count; ++i) result.push_back(2 * hello_dl::uniform<T>(1, 0, i) - 1);
  return result;
}

/// Numbers from 0 to classes - 1.
inline std::vector<std::int32_t> labels(std::size_t count, std::uint64_t classes) {
  std::vector<std::int32_t> result;
  for (std::size_t i = 0; i < count; ++i)
    result.push_back(static_cast<std::int32_t>(hello_dl::random_bits(2, 0, i) % classes));
  return result;
}

}  // namespace batches
