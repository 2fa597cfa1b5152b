#pragma once
/// The names of the classes, as EMNIST's mapping files (emnist-letters-mapping.txt) give them.

#include <hello_dl/data/splits.hpp>

#include <string>
#include <vector>

namespace hello_dl::detail {

/// Reads lines of a label and the character codes of its class ("1 65 97" is A and a); the last
/// code names the class. Throws data_error unless each class of the split has exactly one line
/// and a printable name. An empty file name gives the split's own names.
std::vector<std::string> read_mapping(const std::string& file, const split_info& split);

/// Classes whose labels follow one another.
struct class_list {
  int first_label = 0;
  std::vector<std::string> names;
};

/// The classes that a mapping file names, in whatever order. Throws data_error unless their labels follow one another.
class_list read_mapping(const std::string& file);

}  // namespace hello_dl::detail
