#pragma once
#include <hello_dl/data/dataset.hpp>

#include <string>

namespace samples {

/// The number of the class of this name, which stood behind an option. Throws std::runtime_error with one sentence if there is none.
int class_named(const hello_dl::dataset& data, const std::string& name, const std::string& option);

}  // namespace samples
