#pragma once

namespace samples {

/// What a network says about an image: a class, and how probable it finds it.
struct answer {
  int guess = 0;
  float confidence = 0;
};

}  // namespace samples
