#pragma once
#include "image.hpp"

namespace samples {

/// What pictures lie on, what is written on it, and what stands out.
constexpr rgb desk{236, 236, 232}, ink{40, 40, 40}, red{190, 20, 20};

}  // namespace samples
