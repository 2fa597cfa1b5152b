#pragma once
#include <string>
#include <vector>

#include "common/contact_sheet.hpp"
#include "drawing.hpp"

namespace samples {

/// A drawing, or a map of one, and what is written under it.
struct captioned {
  std::vector<std::uint8_t> pixels;
  std::string caption;
  bool marked = false;
};

inline image sheet_of(const std::vector<captioned>& drawn, int per_row) {
  std::vector<picture> pictures;
  for (const captioned& one : drawn) pictures.push_back({one.pixels, one.caption, one.marked});
  return contact_sheet(pictures, per_row);
}

}  // namespace samples
