#pragma once
/// How the network learns a text.

#include <hello_dl/data/batches.hpp>

#include <string>

#include "common/interrupt.hpp"
#include "common/writing/draw_next.hpp"
#include "network.hpp"

namespace samples {

using trainer = dl::trainer<names_network, guess_next_letter,
                            dl::chunk<dl::index_input<chunk_size, time_steps>, dl::index_input<chunk_size, time_steps>,
                                      dl::real_input<chunk_size, state_size>>,
                            dl::adamw>;

/// How many texts are read side by side: two chunks, one for each of two threads.
constexpr std::size_t side_by_side = 32;
constexpr std::size_t letters_per_step = side_by_side * static_cast<std::size_t>(time_steps);

inline std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  for (; !text.empty(); text.remove_prefix(lines.back().size())) lines.emplace_back(text.substr(0, text.find('\n') + 1));
  return lines;
}

//[epoch
/// What the network reads in an epoch: the lines in a new order, as one text, cut into as many of the same length as are read side by
/// side. What it remembers at the end of a step is what it begins the next with.
class lessons {
 public:
  lessons(const alphabet& letters, const std::string& text)
      : letters_{letters}, lines_{lines_of(text)}, steps_{text.size() / letters_per_step} {}
  std::size_t steps() const { return steps_; }
  /// What the network remembers after a step, to be kept with the rest of a training.
  dl::tensor_view remembered() { return dl::view_of("remembered", {side_by_side, state_size}, std::span{state_}); }

  /// From step number `first` of the epoch on. Calls after_step(loss, how many letters were guessed right).
  template <class AfterStep>
  void epoch(trainer& network, std::uint64_t seed, std::uint64_t number, std::size_t first, AfterStep&& after_step) {
    const character_numbers text = in_new_order(seed, number);
    if (first == 0) std::ranges::fill(state_, 0.0f);
    character_numbers read(letters_per_step), following(letters_per_step);
    for (std::size_t step = first; step < steps_ && !interrupted(); ++step) {
      for (std::size_t i = 0; i < letters_per_step; ++i) {
        const std::size_t row = i / time_steps, place = (row * steps_ + step) * time_steps + i % time_steps;
        read[i] = text[place];
        following[i] = text[place + 1];
      }
      const float loss = network.step(read, following, state_);
      std::ranges::copy(network.result(1), state_.begin());
      after_step(static_cast<double>(loss), count_right(network.result(0), alphabet_size, following));
    }
  }
  //]

 private:
  character_numbers in_new_order(std::uint64_t seed, std::uint64_t epoch) const {
    std::string text = "\n";
    for (const std::uint32_t line : dl::shuffled(dl::in_order(lines_.size()), seed, epoch)) text += lines_[line];
    return letters_.encode(text);
  }

  const alphabet& letters_;
  std::vector<std::string> lines_;
  std::size_t steps_;
  std::vector<float> state_ = std::vector<float>(side_by_side * static_cast<std::size_t>(state_size));
};

}  // namespace samples
