#pragma once
#include <cstdint>

namespace samples::handwriting {

/// The random streams of the generator. Each of them has 2^32 numbers for itself, so that training
/// and test images, writers and their styles never share a random number.
constexpr std::uint64_t seed = 1;
constexpr std::uint64_t writer_stream = 1ull << 32;
constexpr std::uint64_t style_stream = 2ull << 32;
constexpr std::uint64_t train_stream = 3ull << 32;
constexpr std::uint64_t test_stream = 4ull << 32;
constexpr std::uint64_t page_stream = 5ull << 32;
constexpr std::uint64_t scrap_stream = 6ull << 32;

}  // namespace samples::handwriting
