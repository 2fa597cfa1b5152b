// No element attends to those after it.
#include <nn/multi_head_attention.hpp>

namespace {

namespace dl = hello_dl;

template <class Layer>
constexpr auto weights = [](auto x, auto in_weight, auto in_bias, auto out_weight, auto out_bias) {
  return Layer{{in_weight}, {in_bias}, {{out_weight}, {out_bias}}}.attention_weights(x);
};

BOOST_AUTO_TEST_CASE(computes_what_pytorch_computes) {
  check::check_values<golden::multi_head_causal>(check::layer<dl::nn::multi_head_attention<6, 3, dl::attention::causal>>);
}

BOOST_AUTO_TEST_CASE(the_weights) {
  check::check_values<golden::multi_head_weights>(weights<dl::nn::multi_head_attention<4, 2, dl::attention::causal>>);
}

}  // namespace
