// The variant that normalises first, with a causal mask.
#include <nn/transformer_block.hpp>

namespace {

namespace dl = hello_dl;

constexpr dl::nn::transformer_block_options norm_first{.norm_first = true, .mask = dl::attention::causal};

BOOST_AUTO_TEST_CASE(computes_what_pytorch_computes) {
  constexpr auto f = check::block<dl::nn::transformer_block<3, 1, 5, dl::nn::gelu, norm_first>>;
  check::check_values<golden::transformer_norm_first>(f);
  check::report(check::gradient_difference<golden::transformer_norm_first>(f), std::source_location::current());
}

}  // namespace
