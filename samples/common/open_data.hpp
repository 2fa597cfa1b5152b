#pragma once
#include <hello_dl/data/dataset.hpp>

#include "options.hpp"

namespace samples {

/// The data set in the files or the folder that the options name, or, if they name none, generated handwriting. Prints one line
/// that says which. Throws with one sentence if it cannot be read or made, or is too small to train with.
hello_dl::split open_data(const train_options& options);

/// At most `most` images of a data set, evenly spread over it: some sets are sorted.
hello_dl::dataset some_images(const hello_dl::dataset& data, std::size_t most);

}  // namespace samples
