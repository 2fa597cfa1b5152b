#include <nn/transformer_block.hpp>

namespace {

namespace dl = hello_dl;

BOOST_AUTO_TEST_CASE(computes_what_pytorch_computes) {
  constexpr auto f = check::block<dl::nn::transformer_block<4, 2, 3>>;
  check::check_values<golden::transformer>(f);
  check::report(check::gradient_difference<golden::transformer>(f), std::source_location::current());
  check::check_constant<golden::transformer_one>(check::block<dl::nn::transformer_block<1, 1, 1>>);
}

}  // namespace
