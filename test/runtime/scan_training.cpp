// A network that reads five words in a loop, trained as PyTorch trains it.
#include <hello_dl/hello_dl.hpp>

#include <golden/nn/gru_training.hpp>
#include <support/check_training.hpp>

namespace {

namespace dl = hello_dl;

struct reader {
  dl::nn::embedding<7, 3> words;
  dl::nn::gru_cell<3, 5> cell;
  dl::nn::linear<5, 4> output;
  constexpr auto operator()(const auto& text) const { return output(std::get<1>(scan(cell, words(text)))); }
};

struct objective {
  constexpr auto operator()(const reader& model, const auto& text, const auto& labels) const {
    return dl::cross_entropy(model(text), labels);
  }
};

template <class T>
using trainer = dl::trainer<reader, objective, dl::chunk<dl::index_input<3, 5>, dl::index_input<3>>, dl::adam, T>;

BOOST_AUTO_TEST_CASE(losses_and_weights_are_those_of_pytorch) {
  check::check_training<trainer, double>(golden::gru_training, dl::adam{.lr = 0.05}, 1e-9);
  check::check_training<trainer, float>(golden::gru_training, dl::adam{.lr = 0.05}, 1e-3);
}

}  // namespace
