#pragma once
/// What the golden files (test/golden) are made of: operands and what PyTorch computed from them.

#include <hello_dl/expr/tensor.hpp>

#include <cstdint>
#include <limits>
#include <tuple>

namespace golden {

using hello_dl::tensor;

/// `operands` are real tensors (of double) or index tensors (of int32); `gradients` are those of
/// sum(upstream * result) with respect to each operand, zeros for an index tensor.
template <class Operands, class Result>
struct golden_case {
  Operands operands;
  Result upstream;
  Result result;
  Operands gradients;
};
template <class Operands, class Result>
golden_case(Operands, Result, Result, Operands) -> golden_case<Operands, Result>;

inline constexpr double nan = std::numeric_limits<double>::quiet_NaN();
inline constexpr double inf = std::numeric_limits<double>::infinity();

}  // namespace golden
