#pragma once
/// Which splits there are, and where a folder keeps the files of one.

#include <string>
#include <string_view>

namespace hello_dl::detail {

struct split_info {
  std::string_view name;
  int first_label;           ///< what the file calls class 0
  std::string_view classes;  ///< one character per class, in the order of the labels
};

/// One of EMNIST's six: Cohen, Afshar, Tapson, van Schaik, "EMNIST: an extension of MNIST to
/// handwritten letters", 2017. Throws data_error for a name that is none of them.
const split_info& split_named(std::string_view name);

struct part_files {
  std::string images, labels;
};

struct split_files {
  part_files train, test;
  std::string mapping;  ///< empty if the folder has none
  bool transposed;      ///< EMNIST stores its images transposed, MNIST upright
};

/// The files of a split, plain or gzipped, in `folder` or in `folder`/gzip (NIST's gzip.zip unzips
/// into that). "mnist" is EMNIST's, or else the plain MNIST (train-images-idx3-ubyte, ...).
/// Throws data_error, naming the splits that are there, if this one is not.
split_files find_split(const std::string& folder, const split_info& split);

}  // namespace hello_dl::detail
