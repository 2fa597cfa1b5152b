#pragma once
#include <span>
#include <vector>

#include "common/image.hpp"

namespace samples {

/// Rows of weights from 28 x 28 pixels, one picture for each, side by side in lines: where ink speaks for the neuron it is blue,
/// where ink speaks against it red. Each picture has its own scale.
image weights_picture(const std::vector<std::vector<float>>& neurons, int per_line);

}  // namespace samples
