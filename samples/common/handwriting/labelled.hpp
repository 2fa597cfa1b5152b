#pragma once
#include <cstdint>
#include <vector>

#include "split.hpp"

namespace samples::handwriting {

/// Images with labels in EMNIST's layout: each image 28 x 28 and transposed (column by column).
struct labelled_images {
  std::vector<std::uint8_t> pixels, labels;
};

enum class part { train, test };

/// Draws `per_class` images of every class, the classes taking turns. The parts share no random
/// number, and half of the writers of the test part wrote nothing for the training part.
labelled_images draw_part(const split& wanted, part which, int per_class);

}  // namespace samples::handwriting
