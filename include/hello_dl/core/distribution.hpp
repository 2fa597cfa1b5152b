#pragma once
/// How a tensor is filled before training: every element the same, or drawn at random.

#include <hello_dl/core/random.hpp>
#include <hello_dl/core/shape.hpp>

namespace hello_dl {

/// constant: `scale` itself; uniform: between -scale and scale; normal: with standard deviation scale.
struct distribution {
  enum class kind : unsigned char { constant, uniform, normal };
  kind form = kind::constant;
  double scale = 0;

  friend constexpr bool operator==(const distribution&, const distribution&) = default;
};

/// Element `index` of random stream `stream`: the same for every thread and in every order.
template <class T>
constexpr T draw(const distribution& d, std::uint64_t seed, std::uint64_t stream, std::uint64_t index) {
  const T scale = static_cast<T>(d.scale);
  if (d.form == distribution::kind::constant) return scale;
  if (d.form == distribution::kind::normal) return scale * normal<T>(seed, stream, index);
  return scale * (T(2) * uniform<T>(seed, stream, index) - T(1));
}

}  // namespace hello_dl
