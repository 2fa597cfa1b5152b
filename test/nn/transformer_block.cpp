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

BOOST_AUTO_TEST_CASE(computes_what_pytorch_computes) {
  constexpr auto f = block<dl::nn::transformer_block<4, 2, 3>>;
  check::check_values<golden::transformer>(f);
  check::report(check::gradient_difference<golden::transformer>(f), std::source_location::current());
  check::check_constant<golden::transformer_one>(block<dl::nn::transformer_block<1, 1, 1>>);
}

}  // namespace
