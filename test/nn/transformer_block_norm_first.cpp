// The variant that normalises first, with a causal mask.
#include <hello_dl/nn/transformer_block.hpp>

#include <golden/nn/transformer_block.hpp>
#include <support/check_operation.hpp>

namespace {

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

constexpr dl::nn::transformer_block_options norm_first{.norm_first = true, .mask = dl::attention::causal};

BOOST_AUTO_TEST_CASE(computes_what_pytorch_computes) {
  constexpr auto f = block<dl::nn::transformer_block<3, 1, 5, dl::nn::gelu, norm_first>>;
  check::check_values<golden::transformer_norm_first>(f);
  check::report(check::gradient_difference<golden::transformer_norm_first>(f), std::source_location::current());
}

}  // namespace
