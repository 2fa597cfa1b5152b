#pragma once
/// A training as one HTML page that needs nothing else: curves as SVG, pictures as PNG inside it.

#include <string>
#include <vector>

#include "common/image.hpp"
#include "table.hpp"

namespace samples {

struct titled_image {
  std::string title;
  image picture;
};

/// The first column of the log counts steps. Each other column is a curve; columns whose names begin with the same word are in
/// one chart ("accuracy of training", "accuracy of validation"). While a training is `running` the page loads itself again
/// every few seconds.
std::string to_html(const std::string& title, const table& log, const std::vector<titled_image>& pictures, bool running);

}  // namespace samples
