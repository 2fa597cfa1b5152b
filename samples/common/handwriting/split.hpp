#pragma once
#include <string>
#include <vector>

namespace samples::handwriting {

/// What one of EMNIST's splits contains.
struct split {
  std::string name;
  int first_label;                   ///< 1 for letters, else 0; labels follow the order of classes
  std::vector<std::string> classes;  ///< the characters that belong to each class
  int train_per_class, test_per_class;  ///< how many images the generator makes
};

/// The split of that name; throws std::invalid_argument with a sentence that lists all six.
split find_split(const std::string& name);

/// The mapping file, one line per class: its label, then the ASCII codes of its characters. As in
/// EMNIST, a class of two is named by both in letters and by the capital elsewhere.
std::string mapping(const split& wanted);

}  // namespace samples::handwriting
