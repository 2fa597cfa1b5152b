#pragma once
/// A network that reads five of seven words, one after another, and its trainer.

#include <hello_dl/hello_dl.hpp>

#include <golden/nn/gru_training.hpp>
#include <support/check_training.hpp>

namespace word_reader {

namespace dl = hello_dl;

/// `Over` says how the cell goes over the words.
template <class Over>
struct reader {
  dl::nn::embedding<7, 3> words;
  dl::nn::gru_cell<3, 5> cell;
  dl::nn::linear<5, 4> output;
  constexpr auto operator()(const auto& text) const { return output(std::get<1>(Over{}(cell, words(text)))); }
};

struct objective {
  constexpr auto operator()(const auto& model, const auto& text, const auto& labels) const {
    return dl::cross_entropy(model(text), labels);
  }
};

template <class Over, class T>
using trainer = dl::trainer<reader<Over>, objective, dl::chunk<dl::index_input<3, 5>, dl::index_input<3>>, dl::adam, T>;

constexpr dl::adam optimiser{.lr = 0.05};

}  // namespace word_reader
