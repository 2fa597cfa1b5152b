#pragma once

namespace samples {

/// From where to where a character reaches, above the line that letters stand on; a capital is 1 high.
struct reach {
  double top, bottom;
  double height() const { return top - bottom; }
};

/// For letters and digits.
reach reach_of(char character);

}  // namespace samples
