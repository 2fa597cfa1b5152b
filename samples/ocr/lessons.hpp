#pragma once
#include "common/options.hpp"

namespace samples {

/// What the network learns from: the split byclass, EMNIST's or generated, and as many letters written and cut out as from a page.
/// Throws data_error if the split has other classes.
hello_dl::dataset lessons(const train_options& options);

}  // namespace samples
