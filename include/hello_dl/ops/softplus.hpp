#pragma once
/// softplus(x) = log(1 + exp(x)), a smooth relu: a formula of other operations

#include <hello_dl/ops/compare.hpp>
#include <hello_dl/ops/divide.hpp>
#include <hello_dl/ops/log_sigmoid.hpp>
#include <hello_dl/ops/multiply.hpp>
#include <hello_dl/ops/negate.hpp>
#include <hello_dl/ops/where.hpp>

namespace hello_dl {

/// log(1 + exp(beta x)) / beta, element by element; x itself where beta x is above the threshold, as in PyTorch.
template <expression X>
constexpr auto softplus(const X& x, double beta = 1, double threshold = 20) {
  const auto scaled = beta * x;
  return where(scaled > threshold, x, -log_sigmoid(-scaled) / beta);
}

}  // namespace hello_dl
