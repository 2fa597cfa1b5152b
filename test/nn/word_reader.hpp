#pragma once
/// A network that reads five of seven words, one after another, and its trainer.

#include <hello_dl/hello_dl.hpp>

#include <support/check_training.hpp>

namespace word_reader {

namespace dl = hello_dl;

/// `Over` says how the cell goes over the words.
template <class Over, class Cell>
struct reader {
  dl::nn::embedding<7, 3> words;
  Cell cell;
  dl::nn::linear<5, 4> output;
  constexpr auto operator()(const auto& text) const {
    return output(dl::detail::hidden_of(std::get<1>(Over{}(cell, words(text)))));
  }
};

struct objective {
  constexpr auto operator()(const auto& model, const auto& text, const auto& labels) const {
    return dl::cross_entropy(model(text), labels);
  }
};

template <class Over, class Cell, class T>
using trainer = dl::trainer<reader<Over, Cell>, objective, dl::chunk<dl::index_input<3, 5>, dl::index_input<3>>, dl::adam, T>;

constexpr dl::adam optimiser{.lr = 0.05};

}  // namespace word_reader
