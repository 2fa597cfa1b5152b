// labels: threads
// A small multi-layer perceptron trained as PyTorch trains it.
#include <hello_dl/hello_dl.hpp>

#include <golden/nn/mlp.hpp>
#include <support/check_training.hpp>

namespace {

namespace dl = hello_dl;

struct mlp {
  dl::nn::linear<6, 7> hidden;
  dl::nn::linear<7, 3> output;
  constexpr auto operator()(const auto& x) const { return output(tanh(hidden(x))); }
};

struct objective {
  constexpr auto operator()(const mlp& model, const auto& x, const auto& labels) const {
    return dl::cross_entropy(model(x), labels);
  }
};

template <class T>
using trainer = dl::trainer<mlp, objective, dl::chunk<dl::real_input<3, 6>, dl::index_input<3>>, dl::sgd, T>;

constexpr dl::sgd optimiser{.lr = 0.1, .momentum = 0.9, .weight_decay = 0.01};

BOOST_AUTO_TEST_CASE(losses_and_weights_are_those_of_pytorch) {
  check::check_training<trainer, double>(golden::mlp, optimiser, 1e-9);
  check::check_training<trainer, float>(golden::mlp, optimiser, 1e-5);
}

}  // namespace
