#pragma once
#include "canvas.hpp"
#include "curve.hpp"
#include "dice.hpp"
#include "writer.hpp"

namespace samples::handwriting {

/// The way of the pen for one character by one person: skeleton, shaken, flattened, bent, slanted; about one unit high.
std::vector<polyline> shape(char character, const writer& person, dice& roll);

/// Inks these lines, in pixels, with this person's pen.
void ink(canvas& paper, const std::vector<polyline>& lines, const writer& person, dice& roll);

/// One character by one person as an image: its shape, fitted into the middle 24 x 24
/// pixels as EMNIST's images are, and inked.
///
/// All of it is computed in double and rounded to 8 bits at the very end, so that the last bits, in
/// which compilers and processors differ (fused multiply-add), do not reach the greys.
image draw(char character, const writer& person, dice& roll);

}  // namespace samples::handwriting
