#pragma once
/// A transformer block as a function of its input and its parameters.

#include <hello_dl/nn/transformer_block.hpp>

#include <golden/nn/transformer_block.hpp>
#include <support/check_operation.hpp>

namespace check {

namespace dl = hello_dl;

template <class Block>
constexpr auto block = [](auto x, auto in_weight, auto in_bias, auto out_weight, auto out_bias, auto weight1, auto bias1,
                          auto weight2, auto bias2, auto scale1, auto shift1, auto scale2, auto shift2) {
  return Block{{{in_weight}, {in_bias}, {{out_weight}, {out_bias}}},
               {{weight1}, {bias1}},
               {{weight2}, {bias2}},
               {{scale1}, {shift1}},
               {{scale2}, {shift2}}}(x);
};

}  // namespace check
