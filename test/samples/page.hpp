#pragma once
#include <common/page/components.hpp>

namespace test {

inline void draw_box(samples::grey_image& ink, const samples::box& place, std::uint8_t grey = 255) {
  for (int y = place.top; y < place.bottom; ++y)
    for (int x = place.left; x < place.right; ++x) ink.at(x, y) = grey;
}

}  // namespace test
