#pragma once
/// Small whole numbers: sums of their products are exact in float, in whatever order they are
/// added, so that kernels can be compared with plain loops bit by bit.

#include <hello_dl/core/random.hpp>
#include <hello_dl/core/shape.hpp>

#include <vector>

/// `count` whole numbers from -4 to 4, always the same for the same `stream`.
template <class T>
std::vector<T> integers(hello_dl::extent count, std::uint64_t stream) {
  std::vector<T> result;
  for (hello_dl::extent i = 0; i < count; ++i) {
    const auto bits = hello_dl::random_bits(1, stream, static_cast<std::uint64_t>(i));
    result.push_back(static_cast<T>(static_cast<int>(bits % 9) - 4));
  }
  return result;
}
