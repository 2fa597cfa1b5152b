#pragma once
#include <hello_dl/data/dataset.hpp>

#include "options.hpp"

namespace samples {

/// The data set in the files or the folder that the options name, or, if they name none, generated handwriting. Prints one line
/// that says which. Throws with one sentence if it cannot be read or made, or is too small to train with.
hello_dl::split open_data(const train_options& options);

/// At most `most` images of a data set, drawn by lot, always the same: some sets are sorted, others repeat their classes.
hello_dl::dataset some_images(const hello_dl::dataset& data, std::size_t most);

/// For --quick: at most two epochs of 10,000 images, and 2,000 to test with.
void shorten(hello_dl::split& data, train_options& options);

}  // namespace samples
