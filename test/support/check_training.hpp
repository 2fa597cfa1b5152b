#pragma once
/// Twenty training steps from PyTorch's initial weights must give PyTorch's losses and weights.

#include <hello_dl/runtime/trainer.hpp>
#include <support/difference.hpp>
#include <support/golden_training.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <type_traits>
#include <vector>

namespace check {

namespace dl = hello_dl;

template <class T, class Range>
std::vector<T> converted(const Range& values) {
  std::vector<T> result;
  for (const auto value : values) result.push_back(static_cast<T>(value));
  return result;
}

/// Trains with batches of two chunks, so that what is checked includes the mean over chunks; or of one, for models that
/// normalise each chunk by itself.
template <template <class> class Trainer, class T, std::size_t Chunks = 2, class Golden, class Optimiser>
void check_training(const Golden& golden, const Optimiser& optimiser, double tolerance) {
  constexpr std::size_t batch = Chunks * static_cast<std::size_t>(Trainer<T>::chunk_size);
  Trainer<T> trainer{0, optimiser, static_cast<dl::extent>(batch), 2};
  std::copy(golden.initial.begin(), golden.initial.end(), trainer.learned().values().begin());
  using element = typename decltype(golden.inputs)::element_type;
  const auto inputs = converted<std::conditional_t<std::is_same_v<element, std::int32_t>, std::int32_t, T>>(golden.inputs);
  const std::size_t samples = elements(golden.labels).size(), sample_size = inputs.size() / samples;
  std::vector<T> losses;
  for (std::size_t step = 0; step < elements(golden.losses).size(); ++step) {
    const std::size_t first = step * batch % samples;
    losses.push_back(trainer.step(std::span(inputs).subspan(first * sample_size, batch * sample_size),
                                  std::span(golden.labels.values).subspan(first, batch)));
  }
  const std::string of_losses = difference("loss", losses, golden.losses, tolerance);
  const std::string of_weights = difference("weight", trainer.learned().values(), golden.learned, tolerance);
  BOOST_TEST(of_losses.empty(), of_losses);
  BOOST_TEST(of_weights.empty(), of_weights);
}

}  // namespace check
