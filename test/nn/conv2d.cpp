#include <hello_dl/nn/conv2d.hpp>

#include <golden/nn/conv2d.hpp>
#include <support/check_layer.hpp>

namespace {

namespace dl = hello_dl;

using layer = dl::nn::conv2d<3, 2, 3, dl::conv2d_options{.stride = 2, .padding = 1}>;

BOOST_AUTO_TEST_CASE(computes_what_pytorch_computes) {
  check::check_layer<layer, dl::real_input<2, 3, 5, 7>, double>(golden::conv2d, 1e-14);
  check::check_layer<layer, dl::real_input<2, 3, 5, 7>, float>(golden::conv2d, 1e-5);
}

}  // namespace
