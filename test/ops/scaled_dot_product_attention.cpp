#include <hello_dl/ops/scaled_dot_product_attention.hpp>

#include <golden/ops/scaled_dot_product_attention.hpp>
#include <support/check_operation.hpp>

namespace {

namespace dl = hello_dl;

constexpr auto full = [](auto q, auto k, auto v) { return scaled_dot_product_attention(q, k, v); };
constexpr auto causal = [](auto q, auto k, auto v) {
  return dl::scaled_dot_product_attention<dl::attention::causal>(q, k, v);
};
constexpr auto weights = [](auto q, auto k) { return dl::attention_weights<dl::attention::causal>(q, k); };

BOOST_AUTO_TEST_CASE(values_and_derivatives) {
  check::check_values<golden::attention_full>(full);
  check::check_constant<golden::attention_causal>(causal);
  check::check_derivatives<golden::attention_causal>(causal);
  check::check_constant<golden::attention_one>(causal);
}

BOOST_AUTO_TEST_CASE(weights_alone) {
  check::check_values<golden::attention_weights_17>(weights);
}

}  // namespace
