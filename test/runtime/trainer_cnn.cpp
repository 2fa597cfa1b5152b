// labels: threads
// A small convolutional network trained as PyTorch trains it.
#include <hello_dl/hello_dl.hpp>

#include <golden/nn/cnn.hpp>
#include <support/check_training.hpp>

namespace {

namespace dl = hello_dl;

struct cnn {
  dl::nn::conv2d<1, 3, 3, dl::conv2d_options{.padding = 1}> conv1;
  dl::nn::conv2d<3, 4, 2> conv2;
  dl::nn::linear<16, 5> output;
  constexpr auto operator()(const auto& images) const {
    return output(flatten(relu(conv2(dl::max_pool2d<2>(relu(conv1(images)))))));
  }
};

struct objective {
  constexpr auto operator()(const cnn& model, const auto& images, const auto& labels) const {
    return dl::cross_entropy(model(images), labels);
  }
};

template <class T>
using trainer = dl::trainer<cnn, objective, dl::chunk<dl::real_input<2, 1, 7, 7>, dl::index_input<2>>, dl::adam, T>;

constexpr dl::adam optimiser{.lr = 0.01};

BOOST_AUTO_TEST_CASE(losses_and_weights_are_those_of_pytorch) {
  check::check_training<trainer, double>(golden::cnn, optimiser, 1e-9);
  check::check_training<trainer, float>(golden::cnn, optimiser, 1e-4);
}

}  // namespace
