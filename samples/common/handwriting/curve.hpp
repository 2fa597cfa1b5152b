#pragma once
#include "stroke.hpp"

namespace samples::handwriting {

using polyline = std::vector<point>;

/// The way of the pen through the knots of a stroke as many short straight pieces. Curves are cubic
/// Hermite pieces that follow the circle through three neighbouring knots (see curve.cpp).
polyline flatten(const stroke& knots);

}  // namespace samples::handwriting
