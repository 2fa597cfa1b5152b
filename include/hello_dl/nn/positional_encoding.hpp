#pragma once
/// positional_encoding: waves that tell the places of a sequence apart, added to what stands there (Vaswani et al. 2017,
/// "Attention Is All You Need", section 3.5; PyTorch has it in its tutorials only).

#include <hello_dl/core/math.hpp>
#include <hello_dl/ops/ops.hpp>

namespace hello_dl {

/// At place p, feature 2i is sin(p / 10000^(2i / Features)), feature 2i + 1 the cosine of the same angle.
template <extent Time, extent Features>
constexpr tensor<double, Time, Features> sinusoids() {
  tensor<double, Time, Features> table{};
  for (extent i = 0; i < Features; ++i) {
    const double frequency = math::pow(10000.0, -static_cast<double>(i - i % 2) / static_cast<double>(Features));
    for (extent place = 0; place < Time; ++place) {
      const double angle = static_cast<double>(place) * frequency;
      table[place * Features + i] = i % 2 == 0 ? math::sin(angle) : math::cos(angle);
    }
  }
  return table;
}

namespace nn {

/// Adds the waves, which are constants, to x [.., time, features].
struct positional_encoding {
  template <expression X>
  constexpr auto operator()(const X& x) const {
    static_assert(X::shape_value.rank >= 2, "positional_encoding: the input must have the shape [.., time, features]");
    if constexpr (X::shape_value.rank >= 2) return x + sinusoids<X::shape_value.back(2), X::shape_value.back(1)>();
  }
};

}  // namespace nn
}  // namespace hello_dl
