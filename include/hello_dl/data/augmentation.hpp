#pragma once
/// How pictures are changed at random, so that a network never sees the same one twice.

#include <stdexcept>
#include <string>

namespace hello_dl {

/// The strength of each change; with all at 0, pictures stay as they are, bit for bit. "Up to s" means: drawn evenly
/// between -s and s. Names as in torchvision's RandomAffine, ElasticTransform and RandomErasing.
struct augmentation {
  double rotation = 0;  ///< up to so many degrees
  double scale = 0;     ///< larger or smaller by up to this part; below 1
  double shear = 0;     ///< rows slide sideways by up to so many pixels for each row
  double shift = 0;     ///< up to so many pixels in each direction
  double elastic = 0;   ///< each point moves by a random way that varies smoothly over the picture: its standard deviation in pixels
  double smoothness = 7;  ///< of that way: pixels from one random number to the next; at least 1
  double erasing = 0;   ///< probability that a rectangle of 2 % to 33 % of the area becomes paper
  double noise = 0;     ///< standard deviation of what is added to each pixel, in units of full ink

  /// All strengths times `factor`.
  constexpr augmentation operator*(double factor) const {
    return {rotation * factor, scale * factor, shear * factor, shift * factor,
            elastic * factor,  smoothness,     erasing * factor, noise * factor};
  }
  constexpr bool moves() const { return rotation != 0 || scale != 0 || shear != 0 || shift != 0 || elastic != 0; }

  /// Throws std::invalid_argument with one sentence unless all is in range.
  constexpr void check() const {
    in_range("rotation", rotation, 0, 180);
    in_range("scale", scale, 0, 0.99);
    in_range("shear", shear, 0, 10);
    in_range("shift", shift, 0, 1000);
    in_range("elastic", elastic, 0, 1000);
    in_range("smoothness", smoothness, 1, 1000);
    in_range("erasing", erasing, 0, 1);
    in_range("noise", noise, 0, 1000);
  }

 private:
  static constexpr void in_range(const char* name, double value, double least, double most) {
    if (!(value >= least && value <= most))
      throw std::invalid_argument{"augmentation: " + std::string{name} + " must be from " + std::to_string(least) + " to " +
                                  std::to_string(most) + ", found " + std::to_string(value)};
  }
};

/// What people's hands do to letters of 28 x 28 pixels, about.
inline constexpr augmentation handwriting_augmentation{.rotation = 9, .scale = 0.09, .shear = 0.15, .shift = 1.5, .elastic = 0.72};

}  // namespace hello_dl
