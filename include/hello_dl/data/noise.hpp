#pragma once
/// Random numbers of mean 0 and variance 1 for many pixels.

#include <hello_dl/core/math/log.hpp>
#include <hello_dl/core/math/sqrt.hpp>
#include <hello_dl/core/math/trigonometry.hpp>
#include <hello_dl/core/random.hpp>

#include <algorithm>
#include <cstddef>
#include <span>

namespace hello_dl::detail {

/// Two vectors of normal numbers from random bits, 32 for each: Box and Muller, as hello_dl::normal.
struct normal_pairs {
  static constexpr std::size_t lanes = native_lanes<float>;
  float first[lanes], second[lanes];

  /// From the blocks with the numbers `counter`, `counter` + 4 and so on.
  normal_pairs(std::uint64_t seed, std::uint64_t stream, std::uint64_t counter) {
    for (std::size_t pair = 0; pair < lanes; pair += 2) {
      const random_block block = random_bits128(seed, stream, counter + 2 * pair);
      for (std::size_t half = 0; half < 2; ++half) {
        first[pair + half] = (static_cast<float>(block[2 * half]) + 1) * 0x1p-32f;
        second[pair + half] = static_cast<float>(block[2 * half + 1]) * 0x1p-32f;
      }
    }
    using V = simd<float, static_cast<int>(lanes)>;
    const V radius = math::sqrt(V(-2) * math::log(V::load(first))), angle = V(6.283185307f) * V::load(second);
    (radius * math::cos(angle)).store(first);
    (radius * math::sin(angle)).store(second);
  }
};

/// Adds such numbers times `deviation` to levels, which stay between 0 and 1.
inline void add_noise(std::uint64_t seed, std::uint64_t stream, std::uint64_t counter, float deviation, std::span<float> levels) {
  for (std::size_t begin = 0; begin < levels.size(); begin += 2 * normal_pairs::lanes) {
    const normal_pairs normal{seed, stream, counter + begin};
    const std::size_t count = std::min(levels.size() - begin, 2 * normal_pairs::lanes);
    for (std::size_t i = 0; i < count; ++i) {
      float& level = levels[begin + i];
      level = std::clamp(level + deviation * (i % 2 == 0 ? normal.first : normal.second)[i / 2], 0.f, 1.f);
    }
  }
}

}  // namespace hello_dl::detail
