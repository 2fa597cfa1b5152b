// Vectors of words, and what reads their mean, trained as PyTorch trains them.
#include <hello_dl/hello_dl.hpp>

#include <golden/nn/embedding.hpp>
#include <support/check_training.hpp>

namespace {

namespace dl = hello_dl;

struct bag_of_words {
  dl::nn::embedding<7, 3> words;
  dl::nn::linear<3, 4> output;
  constexpr auto operator()(const auto& text) const { return output(tanh(dl::mean<1>(words(text)))); }
};

struct objective {
  constexpr auto operator()(const bag_of_words& model, const auto& text, const auto& labels) const {
    return dl::cross_entropy(model(text), labels);
  }
};

template <class T>
using trainer = dl::trainer<bag_of_words, objective, dl::chunk<dl::index_input<3, 5>, dl::index_input<3>>, dl::adam, T>;

BOOST_AUTO_TEST_CASE(losses_and_weights_are_those_of_pytorch) {
  check::check_training<trainer, double>(golden::embedding, dl::adam{.lr = 0.1}, 1e-9);
  check::check_training<trainer, float>(golden::embedding, dl::adam{.lr = 0.1}, 1e-4);
}

}  // namespace
