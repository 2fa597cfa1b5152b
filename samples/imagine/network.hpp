#pragma once
/// A small network, and how its answer changes with what it sees.

#include <hello_dl/runtime/inference.hpp>

#include <algorithm>

#include "common/classifier.hpp"
#include "common/small_network.hpp"
#include "common/take_tensors.hpp"
#include "drawing.hpp"

namespace samples {

constexpr dl::extent pixel_count = 784, letter_count = 26;

//[slope
/// Asked about images, behind the pixels of each a number for each letter: how much we want to hear that letter. Answers with
/// what the network says, and, for each pixel, whether more ink there makes it say more of what we want.
struct with_input_gradient {
  small_network network;

  constexpr auto operator()(const auto& asked) const {
    const auto images = dl::slice<1, 0, 784>(asked);
    const auto wanted = dl::slice<1, 784, 784 + 26>(asked);
    return concat<1>(network(images), dl::vjp(network)(images, wanted));
  }
};
//]

/// What a network says about an image.
struct thought {
  std::vector<float> logits;  ///< one for each letter
  drawing slope;              ///< how much more of what is wanted it would say for more ink in a pixel
};

/// We want to hear this letter and no other.
inline std::vector<float> only(int letter) {
  std::vector<float> wanted(letter_count);
  wanted[static_cast<std::size_t>(letter)] = 1;
  return wanted;
}

/// How probable the network finds a letter: softmax.
inline float probability(std::span<const float> logits, int letter) {
  const answer most = read_logits(logits);
  const auto logit = [&](int of) { return logits[static_cast<std::size_t>(of)]; };
  return most.confidence * std::exp(logit(letter) - logit(most.guess));
}

//[more
/// We want this letter to be more probable, and all others less, most of all those that are probable now: the derivative of
/// log(probability of the letter) with respect to the logits.
inline std::vector<float> more_than_all_others(int letter, std::span<const float> logits) {
  std::vector<float> wanted = only(letter);
  for (int other = 0; other < letter_count; ++other) wanted[static_cast<std::size_t>(other)] -= probability(logits, other);
  return wanted;
}
//]

/// A network that has learned, and is asked about one image at a time.
class thinker {
 public:
  thinker(const tensor_list& learned, dl::normalization scale) : scale_{scale}, network_{0} {
    take_tensors(network_.tensors(), learned);
  }

  thought think(const drawing& image, std::span<const float> wanted) {
    std::vector<float> asked, answer(letter_count + pixel_count);
    for (const float ink : image) asked.push_back((ink - scale_.mean) / scale_.deviation);
    asked.insert(asked.end(), wanted.begin(), wanted.end());
    ask_(network_, asked, answer);
    return {{answer.begin(), answer.begin() + letter_count}, {answer.begin() + letter_count, answer.end()}};
  }

 private:
  dl::normalization scale_;
  dl::parameters<with_input_gradient> network_;
  dl::inference<with_input_gradient, dl::real_input<1, pixel_count + letter_count>> ask_;
};

}  // namespace samples
