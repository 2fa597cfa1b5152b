#pragma once
#include <hello_dl/core/random.hpp>

namespace samples::handwriting {

/// The random numbers of one purpose, one after the other. Only integers and exact divisions, no
/// logarithm or cosine, so that every machine rolls the same. Never roll twice among the arguments
/// of one function call: their order is up to the compiler (in braces it is from left to right).
class dice {
 public:
  dice(std::uint64_t seed, std::uint64_t stream) : seed_(seed), stream_(stream) {}

  double between(double low, double high) {
    return low + (high - low) * hello_dl::uniform<double>(seed_, stream_, counter_++);
  }

  /// One of 0, ..., count - 1.
  std::size_t below(std::size_t count) {
    return hello_dl::random_bits(seed_, stream_, counter_++) % count;
  }

  /// Nearly normal, with mean 0: the sum of four uniform numbers, scaled; never beyond 3.5 spreads.
  double bell(double spread) {
    constexpr double sqrt3 = 1.7320508075688772, unit = 1.0 / (1ull << 32);
    const auto block = hello_dl::random_bits128(seed_, stream_, counter_++);
    const double sum = double(block[0]) + block[1] + block[2] + block[3];
    return spread * sqrt3 * (unit * sum - 2);
  }

 private:
  std::uint64_t seed_, stream_, counter_ = 0;
};

}  // namespace samples::handwriting
