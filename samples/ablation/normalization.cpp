#include "ablation.hpp"

namespace samples {
namespace {

template <dl::extent In, dl::extent Out>
struct plain_convolution {
  dl::nn::conv2d<In, Out, 3, dl::conv2d_options{.padding = 1}, dl::init::kaiming_normal> conv;
  constexpr auto operator()(const auto& x) const { return relu(conv(x)); }
};

}  // namespace

double without_normalization(const dl::split& data, const train_options& options) {
  return test_after_training<letters_network<26, plain_convolution>, letters_objective>(data, options);
}

double with_none(const dl::split& data, const train_options& options) {
  using network = letters_network<26, plain_convolution, dl::dropout_options{.p = 0}>;
  train_options plain = options;
  plain.augment = 0;
  return test_after_training<network, classification<>>(data, plain, constant_rate);
}

}  // namespace samples
