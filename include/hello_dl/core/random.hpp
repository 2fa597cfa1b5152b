#pragma once
/// Random numbers without state: a number is a pure function of (seed, stream, counter), so whoever
/// computes it, in whatever order and on however many threads, gets the same bits. Give each
/// purpose (a layer's initial weights, the order of an epoch) a stream of its own.
///
/// The bits are Philox4x32-10: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as
/// 1, 2, 3", SC 2011. The seed is its key; (counter, stream) is the block that it encrypts.

#include <array>
#include <concepts>
#include <cstdint>
#include <limits>

namespace hello_dl {

/// One Philox block: 128 random bits.
using random_block = std::array<std::uint32_t, 4>;

namespace detail {

constexpr std::uint32_t low_half(std::uint64_t x) { return static_cast<std::uint32_t>(x); }
constexpr std::uint32_t high_half(std::uint64_t x) { return static_cast<std::uint32_t>(x >> 32); }
constexpr std::uint64_t join(std::uint32_t low, std::uint32_t high) {
  return std::uint64_t{high} << 32 | low;
}

constexpr random_block philox_round(const random_block& x, std::uint32_t key0, std::uint32_t key1) {
  const std::uint64_t a = std::uint64_t{0xD2511F53} * x[0];
  const std::uint64_t b = std::uint64_t{0xCD9E8D57} * x[2];
  return {high_half(b) ^ x[1] ^ key0, low_half(b), high_half(a) ^ x[3] ^ key1, low_half(a)};
}

/// The top bits of `bits`, as many as fit T exactly, as a multiple of 2^-digits in [0, 1).
template <std::floating_point T>
constexpr T to_unit_interval(std::uint64_t bits) {
  constexpr int digits = std::numeric_limits<T>::digits;
  static_assert(digits < 64, "uniform: the type must be float or double");
  return static_cast<T>(bits >> (64 - digits)) / static_cast<T>(std::uint64_t{1} << digits);
}

}  // namespace detail

/// The 128 bits that belong to (seed, stream, counter).
constexpr random_block random_bits128(std::uint64_t seed, std::uint64_t stream,
                                      std::uint64_t counter) {
  using detail::high_half, detail::low_half;
  random_block x{low_half(counter), high_half(counter), low_half(stream), high_half(stream)};
  std::uint32_t key0 = low_half(seed), key1 = high_half(seed);
  for (int round = 0; round < 10; ++round) {
    x = detail::philox_round(x, key0, key1);
    key0 += 0x9E3779B9;
    key1 += 0xBB67AE85;
  }
  return x;
}

/// 64 random bits: the first half of the block.
constexpr std::uint64_t random_bits(std::uint64_t seed, std::uint64_t stream,
                                    std::uint64_t counter) {
  const random_block block = random_bits128(seed, stream, counter);
  return detail::join(block[0], block[1]);
}

/// Uniform in [0, 1).
template <std::floating_point T>
constexpr T uniform(std::uint64_t seed, std::uint64_t stream, std::uint64_t counter) {
  return detail::to_unit_interval<T>(random_bits(seed, stream, counter));
}

/// Normal with mean 0 and variance 1: Box and Muller, "A note on the generation of random normal
/// deviates", 1958. Run time only. The built-ins spare the users of this header <cmath>.
template <std::floating_point T>
T normal(std::uint64_t seed, std::uint64_t stream, std::uint64_t counter) {
  constexpr double two_pi = 6.283185307179586;
  const random_block block = random_bits128(seed, stream, counter);
  const double u = 1 - detail::to_unit_interval<double>(detail::join(block[0], block[1]));
  const double v = detail::to_unit_interval<double>(detail::join(block[2], block[3]));
  return static_cast<T>(__builtin_sqrt(-2 * __builtin_log(u)) * __builtin_cos(two_pi * v));
}

}  // namespace hello_dl
