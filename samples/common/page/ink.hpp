#pragma once
/// What is written on a photo of paper, whatever the light was.

#include "../grey_image.hpp"

namespace samples {

/// Few enough pixels for what follows, and enough for letters: at most 3 megapixels, each the mean of a square of the photo's.
grey_image reduced(const grey_image& photo);

/// How dark each pixel is beside the paper around it: 0 is paper, 255 is black. The paper's brightness is that of the brighter
/// pixels in each of many small squares, and changes evenly between them.
grey_image ink_on_paper(const grey_image& photo);

/// From where on a pixel is ink: the threshold that divides the greys into the two groups that differ most (Otsu, A Threshold
/// Selection Method from Gray-Level Histograms, 1979, equation 12), but not what noise may reach. More than 255 if nothing is ink.
int ink_threshold(const grey_image& ink);

}  // namespace samples
