#pragma once
#include <stdexcept>
#include <string>

namespace hello_dl {

/// Data that cannot be used. what() is one sentence: which file, what was expected, what was found.
struct data_error : std::runtime_error {
  data_error(const std::string& file, const std::string& expected, const std::string& found)
      : std::runtime_error{file + ": expected " + expected + ", found " + found} {}
};

}  // namespace hello_dl
