#pragma once
/// A small causal transformer that reads a text character by character, and says after each what comes next.

#include <hello_dl/hello_dl.hpp>

#include <array>
#include <span>
#include <vector>

#include "common/take_tensors.hpp"
#include "common/writing/alphabet.hpp"

namespace samples {
namespace dl = hello_dl;

//[network
constexpr dl::extent context = 64;   // characters that it sees at once
constexpr dl::extent features = 96;  // numbers that stand for a character
constexpr dl::extent heads = 4, blocks = 2;

struct transformer_network {
  static constexpr dl::nn::transformer_block_options options{.norm_first = true, .mask = dl::attention::causal};
  using block_type = dl::nn::transformer_block<features, heads, 4 * features, dl::nn::gelu, options>;

  dl::nn::embedding<alphabet_size, features> characters;
  std::array<block_type, blocks> block;
  dl::nn::layer_norm<features> norm;
  dl::nn::linear<features, alphabet_size> next;

  /// From characters [n, context]: each with its place.
  constexpr auto places(const auto& text) const { return dl::nn::positional_encoding{}(characters(text)); }
  constexpr auto logits(const auto& x) const { return next(norm(x)); }

  /// The logits of the character behind each [n, context, alphabet_size].
  constexpr auto operator()(const auto& text) const { return logits(block[1](block[0](places(text)))); }
};
//]

//[objective
/// Windows of the text that are read side by side.
constexpr dl::extent chunk_size = 8;

/// Beside the loss, a training step tells the logits.
struct guess_next_character {
  constexpr auto operator()(const auto& network, const auto& text, const auto& following) const {
    const auto guesses = dl::reshape<chunk_size * context, alphabet_size>(network(text));
    return std::tuple{cross_entropy(guesses, dl::reshape<chunk_size * context>(following)), guesses};
  }
};
//]

//[look
constexpr dl::extent logit_count = context * alphabet_size, table_count = heads * context * context;

/// One window. Answers with the logits, then with the attention tables of both blocks.
struct with_attention {
  transformer_network network;

  constexpr auto operator()(const auto& text) const {
    const auto x = network.places(text), y = network.block[0](x);
    const auto logits = dl::flatten(network.logits(network.block[1](y)));
    return dl::concat<1>(dl::concat<1>(logits, table_of(network.block[0], x)), table_of(network.block[1], y));
  }
  static constexpr auto table_of(const auto& block, const auto& x) { return dl::flatten(block.self_attn.attention_weights(block.norm1(x))); }
};
//]

/// A network that is asked about one window at a time.
class reader {
 public:
  /// As it is now; what it learns later does not matter.
  explicit reader(const dl::parameters<transformer_network>& learned) : network_{0}, answer_(static_cast<std::size_t>(ask_.result_size)) {
    take_tensors(network_.tensors(), learned.tensors());
  }

  /// At most as many characters as it sees at once. What is behind them is filled up: nothing looks there.
  void read(std::span<const std::int32_t> text) {
    std::array<std::int32_t, static_cast<std::size_t>(context)> window{};
    std::ranges::copy(text, window.begin());
    ask_(network_, window, answer_);
  }

  /// The logits of what comes behind the character in this place, for the characters that the text has.
  std::span<const float> logits(std::size_t place, int characters) const {
    return std::span{answer_}.subspan(place * static_cast<std::size_t>(alphabet_size), static_cast<std::size_t>(characters));
  }

  /// How much each character, a row, attends to each.
  std::span<const float> attention(std::size_t block, std::size_t head) const {
    constexpr auto size = static_cast<std::size_t>(context * context);
    const std::size_t begin = static_cast<std::size_t>(logit_count) + block * static_cast<std::size_t>(table_count) + head * size;
    return std::span{answer_}.subspan(begin, size);
  }

 private:
  dl::parameters<with_attention> network_;
  dl::inference<with_attention, dl::index_input<1, context>> ask_;
  std::vector<float> answer_;
};

}  // namespace samples
