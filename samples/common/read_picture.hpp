#pragma once
#include <string>

#include "grey_image.hpp"

namespace samples {

/// A picture in a PNG or JPEG file, upright as its EXIF data says, what is transparent over white. Throws
/// hello_dl::data_error if it cannot be read, is damaged, or has more than 50 megapixels.
grey_image read_picture(const std::string& file);

}  // namespace samples
