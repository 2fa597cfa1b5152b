// labels: threads
#include <hello_dl/hello_dl.hpp>

#include <golden/nn/batch_norm2d.hpp>
#include <golden/nn/normalised.hpp>
#include <support/check_layer.hpp>
#include <support/check_training.hpp>

namespace {

namespace dl = hello_dl;

constexpr dl::nn::batch_norm_options options{.momentum = 0.25, .eps = 0.125};

BOOST_AUTO_TEST_CASE(evaluation_uses_the_running_statistics_as_pytorch_does) {
  check::check_layer<dl::nn::batch_norm2d<3, options>, dl::real_input<2, 3, 5, 7>, double>(golden::batch_norm2d, 1e-14);
  check::check_layer<dl::nn::batch_norm2d<3, options>, dl::real_input<2, 3, 5, 7>, float>(golden::batch_norm2d, 1e-5);
}

struct network {
  dl::nn::conv2d_no_bias<1, 3, 3> conv1;
  dl::nn::batch_norm2d<3> norm1;
  dl::nn::conv2d_no_bias<3, 5, 3> conv2;
  dl::nn::batch_norm2d<5, options> norm2;
  dl::nn::linear<45, 5> output;
  constexpr auto operator()(const auto& images) const {
    return output(flatten(relu(norm2(conv2(relu(norm1(conv1(images))))))));
  }
};

struct objective {
  constexpr auto operator()(const auto& model, const auto& images, const auto& labels) const {
    return dl::cross_entropy(model(images), labels);
  }
};

template <class T>
using trainer = dl::trainer<network, objective, dl::chunk<dl::real_input<3, 1, 7, 7>, dl::index_input<3>>, dl::sgd, T>;

constexpr dl::sgd optimiser{.lr = 0.1, .momentum = 0.5};

/// The running statistics are compared too: they lie behind the weights.
BOOST_AUTO_TEST_CASE(losses_weights_and_statistics_are_those_of_pytorch) {
  check::check_training<trainer, double, 1>(golden::normalised, optimiser, 1e-9);
  check::check_training<trainer, float, 1>(golden::normalised, optimiser, 1e-3);
}

}  // namespace
