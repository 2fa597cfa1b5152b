#include <hello_dl/nn/linear.hpp>

#include <golden/nn/linear.hpp>
#include <support/check_layer.hpp>

namespace {

namespace dl = hello_dl;

BOOST_AUTO_TEST_CASE(computes_what_pytorch_computes) {
  check::check_layer<dl::nn::linear<5, 4>, dl::real_input<3, 5>, double>(golden::linear, 1e-14);
  check::check_layer<dl::nn::linear<5, 4>, dl::real_input<3, 5>, float>(golden::linear, 1e-5);
}

}  // namespace
