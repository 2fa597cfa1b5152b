#include <hello_dl/nn/multi_head_attention.hpp>

#include <golden/nn/multi_head_attention.hpp>
#include <support/check_operation.hpp>

namespace {

namespace dl = hello_dl;

template <class Layer>
constexpr auto layer = [](auto x, auto in_weight, auto in_bias, auto out_weight, auto out_bias) {
  return Layer{{in_weight}, {in_bias}, {{out_weight}, {out_bias}}}(x);
};

BOOST_AUTO_TEST_CASE(computes_what_pytorch_computes) {
  constexpr auto f = layer<dl::nn::multi_head_attention<4, 2>>;
  check::check_values<golden::multi_head>(f);
  check::report(check::gradient_difference<golden::multi_head>(f), std::source_location::current());
  check::check_constant<golden::multi_head_one>(layer<dl::nn::multi_head_attention<1, 1>>);
}

}  // namespace
