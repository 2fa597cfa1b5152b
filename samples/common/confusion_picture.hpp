#pragma once
#include <span>
#include <string>

#include "image.hpp"
#include "report.hpp"

namespace samples {

/// A confusion matrix as a picture: a row for each class that images have, a column for each that they were taken for. The darker a
/// cell, the larger its share of the row, which it tells in percent if that is not 0: in blue what is right, in red the mistakes.
image confusion_picture(const confusion_matrix& confusion, std::span<const std::string> class_names);

}  // namespace samples
