#pragma once
/// A network that reads a text letter by letter, and says after each what comes next.

#include <hello_dl/hello_dl.hpp>

#include <vector>

#include "common/writing/alphabet.hpp"

namespace samples {
namespace dl = hello_dl;

//[network
constexpr dl::extent features = 32;     // numbers that stand for a letter
constexpr dl::extent state_size = 128;  // numbers to remember with

struct names_network {
  dl::nn::embedding<alphabet_size, features> letters;
  dl::nn::gru_cell<features, state_size> memory;
  dl::nn::linear<state_size, alphabet_size> next;

  /// From letters [n, time], and what is remembered of those before [n, state_size]: the logits of the letter behind each
  /// [n, time, alphabet_size], and what is remembered then.
  constexpr auto read(const auto& text, const auto& state) const {
    const auto [states, last] = scan(memory, often_without(letters(text)), state);
    return std::tuple{next(often_without(states)), last};
  }
  //]
  static constexpr auto often_without(const auto& x) { return dl::dropout<dl::dropout_options{.p = 0.3}>(x); }

  //[step
  /// A single letter. Asked with what is remembered of those before, and a number for each letter: 1 for this one, 0 for the others.
  /// Answers with what is remembered now, and the logits of the letter behind it.
  constexpr auto operator()(const auto& asked) const {
    const auto before = dl::slice<1, 0, state_size>(asked);
    const auto letter = dl::slice<1, state_size, state_size + alphabet_size>(asked);
    const auto state = memory(matmul(letter, letters.weight), before);
    return concat<1>(state, next(state));
  }
  //]
};

/// Texts that are read side by side, and how many letters of each in a step. A gradient does not go back further.
constexpr dl::extent chunk_size = 16, time_steps = 32;

//[objective
/// Beside the loss: the logits, and what is remembered at the end, for the next step to begin with.
struct guess_next_letter {
  constexpr auto operator()(const auto& network, const auto& text, const auto& following, const auto& state) const {
    const auto [logits, last] = network.read(text, state);
    const auto guesses = dl::reshape<chunk_size * time_steps, alphabet_size>(logits);
    return std::tuple{cross_entropy(guesses, dl::reshape<chunk_size * time_steps>(following)), guesses, last};
  }
};
//]

/// Reads one letter after another. All that the network knows of those before is in its state, so that a letter costs the same
/// wherever it stands, about as many multiplications as the network has parameters.
class reader {
 public:
  explicit reader(const dl::parameters<names_network>& learned) : learned_{learned} {}

  /// The logits of what comes after this letter; valid until the next is read.
  std::span<const float> read(std::int32_t letter) {
    std::fill(asked_.begin() + state_size, asked_.end(), 0.0f);
    asked_[static_cast<std::size_t>(state_size + letter)] = 1;
    step_(learned_, asked_, answer_);
    std::copy_n(answer_.begin(), state_size, asked_.begin());
    return std::span{answer_}.last(alphabet_size);
  }

 private:
  const dl::parameters<names_network>& learned_;
  dl::inference<names_network, dl::real_input<1, state_size + alphabet_size>> step_;
  std::vector<float> asked_ = std::vector<float>(state_size + alphabet_size), answer_ = asked_;
};

}  // namespace samples
