#pragma once
/// The data set that the samples make when none is at hand.

#include <filesystem>
#include <string>

#include "split.hpp"

namespace samples {

struct handwriting_set {
  std::filesystem::path folder;  ///< with the files of the split, under EMNIST's names
  bool made;                     ///< by this call; false when it was there already
};

/// Makes sure that `cache` holds a split (byclass, bymerge, balanced, letters, digits or mnist) of
/// generated handwriting in EMNIST's file format, the same images on every machine. Takes a few
/// seconds when it is missing or stems from another version of the generator. A set is whole or not
/// there, even if a call is killed or several work at a time.
/// Throws std::invalid_argument for an unknown split and std::runtime_error when it cannot write,
/// each with one sentence.
handwriting_set ensure_handwriting(const std::filesystem::path& cache, const std::string& split);

namespace handwriting {

/// The same with a chosen number of images.
handwriting_set ensure(const std::filesystem::path& cache, const split& wanted);

}  // namespace handwriting
}  // namespace samples
