#pragma once
/// The four files of a split, with few images that tell how they were turned.

#include "files.hpp"

namespace test {

inline constexpr std::size_t side = 28, pixels = side * side;

/// The images of one file: number i has one inked pixel, of level i + 1, at row 3, column 20.
inline bytes images(std::uint32_t count) {
  bytes values(count * pixels);
  for (std::size_t i = 0; i < count; ++i)
    values[i * pixels + 3 * side + 20] = static_cast<std::uint8_t>(i + 1);
  return idx({count, side, side}, values);
}

inline bytes labels(const bytes& values) {
  return idx({static_cast<std::uint32_t>(values.size())}, values);
}

/// Three training images, labelled 1, 9 and 2, gzipped; two test images, labelled 9 and 1, not.
/// `train` and `test` are what the files' names begin with, as in emnist-letters-train.
inline void write_split(const std::string& folder, const std::string& train,
                        const std::string& test, char separator = '-') {
  const std::string dot(1, separator);
  write(folder + '/' + train + "-images" + dot + "idx3-ubyte.gz", gzip(images(3)));
  write(folder + '/' + train + "-labels" + dot + "idx1-ubyte.gz", gzip(labels({1, 9, 2})));
  write(folder + '/' + test + "-images" + dot + "idx3-ubyte", images(2));
  write(folder + '/' + test + "-labels" + dot + "idx1-ubyte", labels({9, 1}));
}

}  // namespace test
