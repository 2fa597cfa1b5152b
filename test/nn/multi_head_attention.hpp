#pragma once
/// Attention as a function of its input and its parameters.

#include <hello_dl/nn/multi_head_attention.hpp>

#include <golden/nn/multi_head_attention.hpp>
#include <support/check_operation.hpp>

namespace check {

namespace dl = hello_dl;

template <class Layer>
constexpr auto layer = [](auto x, auto in_weight, auto in_bias, auto out_weight, auto out_bias) {
  return Layer{{in_weight}, {in_bias}, {{out_weight}, {out_bias}}}(x);
};

}  // namespace check
