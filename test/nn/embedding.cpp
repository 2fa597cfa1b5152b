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

BOOST_AUTO_TEST_CASE(inference_takes_indices) {
  using words = dl::nn::embedding<7, 3>;
  const dl::parameters<words> learned{1};
  const std::vector<std::int32_t> text{6, 0, 3, 3, 1, 2};
  std::vector<float> results(text.size() * 3);
  dl::inference<words, dl::index_input<2, 2>>{}(learned, text, results);
  for (std::size_t i = 0; i < text.size(); ++i)
    for (std::size_t k = 0; k < 3; ++k)
      BOOST_TEST(results[3 * i + k] == learned.values()[3 * static_cast<std::size_t>(text[i]) + k]);
}

}  // namespace
