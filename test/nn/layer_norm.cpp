#include <hello_dl/nn/layer_norm.hpp>

#include <golden/nn/layer_norm.hpp>
#include <support/check_layer.hpp>

namespace {

namespace dl = hello_dl;

using layer = dl::nn::layer_norm<17, dl::nn::layer_norm_options{.eps = 0.125}>;

BOOST_AUTO_TEST_CASE(computes_what_pytorch_computes) {
  check::check_layer<layer, dl::real_input<3, 17>, double>(golden::layer_norm, 1e-14);
  check::check_layer<layer, dl::real_input<3, 17>, float>(golden::layer_norm, 1e-5);
}

}  // namespace
