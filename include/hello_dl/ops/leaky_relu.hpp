#pragma once
/// leaky_relu(x) = x where x > 0, else a small multiple of x (Maas et al. 2013, "Rectifier Nonlinearities Improve Neural Network Acoustic Models"):
/// a formula of other operations

#include <hello_dl/ops/compare.hpp>
#include <hello_dl/ops/multiply.hpp>
#include <hello_dl/ops/where.hpp>

namespace hello_dl {

/// x where x > 0, else negative_slope x, element by element; the derivative at 0 is negative_slope, as in PyTorch.
template <expression X>
constexpr auto leaky_relu(const X& x, double negative_slope = 0.01) {
  return where(x > 0, x, negative_slope * x);
}

}  // namespace hello_dl
