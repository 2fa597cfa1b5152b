#include <nn/multi_head_attention.hpp>

namespace {

namespace dl = hello_dl;

BOOST_AUTO_TEST_CASE(computes_what_pytorch_computes) {
  constexpr auto f = check::layer<dl::nn::multi_head_attention<4, 2>>;
  check::check_values<golden::multi_head>(f);
  check::report(check::gradient_difference<golden::multi_head>(f), std::source_location::current());
  check::check_constant<golden::multi_head_one>(check::layer<dl::nn::multi_head_attention<1, 1>>);
}

}  // namespace
