// A network that reads five words at once, each with those before it, trained as PyTorch trains it.
#include <hello_dl/hello_dl.hpp>

#include <golden/nn/transformer_training.hpp>
#include <support/check_training.hpp>

namespace {

namespace dl = hello_dl;

struct reader {
  static constexpr dl::nn::transformer_block_options options{.norm_first = true, .mask = dl::attention::causal};
  dl::nn::embedding<7, 4> words;
  dl::nn::transformer_block<4, 2, 6, dl::nn::gelu, options> block;
  dl::nn::linear<4, 4> output;
  constexpr auto operator()(const auto& text) const {
    return dl::mean<1>(output(block(dl::nn::positional_encoding{}(words(text)))));
  }
};

struct objective {
  constexpr auto operator()(const reader& model, const auto& text, const auto& labels) const {
    return dl::cross_entropy(model(text), labels);
  }
};

template <class T>
using trainer = dl::trainer<reader, objective, dl::chunk<dl::index_input<3, 5>, dl::index_input<3>>, dl::adam, T>;

BOOST_AUTO_TEST_CASE(losses_and_weights_are_those_of_pytorch) {
  check::check_training<trainer, double>(golden::transformer_training, dl::adam{.lr = 0.02}, 1e-9);
}

}  // namespace
