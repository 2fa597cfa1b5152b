/// Trains a network that reads TIME words of 64 features with CELL<64, 128>, step after step.
#include <hello_dl/hello_dl.hpp>

namespace dl = hello_dl;

struct network {
  dl::nn::embedding<1000, 64> words;
  dl::nn::CELL<64, 128> cell;
  dl::nn::linear<128, 26> out;

  constexpr auto operator()(const auto& text) const {
    return out(dl::mean<1>(std::get<0>(unroll(cell, words(text)))));
  }
};

struct objective {
  constexpr auto operator()(const network& model, const auto& text, const auto& labels) const {
    return cross_entropy(model(text), labels);
  }
};

using trainer = dl::trainer<network, objective, dl::chunk<dl::index_input<16, TIME>, dl::index_input<16>>, dl::adam>;

float train(std::span<const std::int32_t> text, std::span<const std::int32_t> labels) {
  return trainer{1, dl::adam{}, 64}.step(text, labels);
}
