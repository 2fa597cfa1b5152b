#pragma once
#include <span>
#include <vector>

#include "common/image.hpp"

namespace samples {

/// Square pictures of weights, or of what was computed with them, side by side in lines: blue above 0, red below. Each has its
/// own scale. An element is `scale` pixels wide.
image weights_picture(const std::vector<std::vector<float>>& squares, int per_line, int scale);

/// Part number `number` of as many of this size.
std::vector<float> part(std::span<const float> all, std::size_t number, std::size_t size);

/// The ink in the 24 x 24 pixels on which a filter of 5 x 5 can be centred, as 12 x 12: of four the largest, as max_pool2d sees them.
std::vector<float> middle_of(std::span<const float> image);

}  // namespace samples
