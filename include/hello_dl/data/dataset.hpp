#pragma once
/// EMNIST's six splits and MNIST, read into memory.

#include <hello_dl/data/error.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hello_dl {

/// Labelled grey images. All are upright and of the same size.
struct dataset {
  int classes = 0;
  std::vector<std::string> class_names;  ///< one per class
  int rows = 0, columns = 0;
  std::vector<std::uint8_t> pixels;  ///< (size, rows, columns), row-major; 0 is paper, 255 is ink
  std::vector<std::int32_t> labels;  ///< (size), each in [0, classes)

  std::size_t size() const { return labels.size(); }
  std::size_t pixels_per_image() const { return static_cast<std::size_t>(rows * columns); }
  std::span<const std::uint8_t> image(std::size_t i) const {
    return std::span{pixels}.subspan(i * pixels_per_image(), pixels_per_image());
  }
};

struct split {
  dataset train, test;
  std::string description;  ///< one line: the name, how many images and classes, the folder
};

/// Reads the split "byclass", "bymerge", "balanced", "letters", "digits" or "mnist" from a folder
/// with EMNIST's files (plain or .gz, in the folder itself or in its subfolder gzip); "mnist" also
/// from the plain MNIST files. Labels come out counted from 0, images of 28 x 28 upright.
/// Throws data_error if anything is missing, damaged or contradictory.
split load(const std::string& folder, std::string_view split_name);

/// The files of a data set of your own: images of 28 x 28 and their labels in the IDX format, plain or gzipped.
struct idx_files {
  std::string images, labels, test_images, test_labels;
  /// Lines of a label and the codes of its characters, as EMNIST has them; the labels follow one another, from whatever
  /// number on. Without it, labels count from 0 to the largest one of the training images, and name their classes.
  std::string mapping = {};
  bool transposed = false;  ///< whether rows and columns are swapped, as in EMNIST
};

/// Reads them. Throws data_error if anything is missing, damaged, contradictory or empty.
split load(const idx_files& files);

}  // namespace hello_dl
