// The error function.
#pragma once

#include "hello_dl/core/math/exp.hpp"

namespace hello_dl::math {

template <floating_lanes V>
[[gnu::always_inline]] constexpr V erf(V x) {
  if (detail::is_constant_nan(x)) return x;
  using lane = lane_type<V>;
  const V magnitude = minimum(abs(x), V(6));
  const V t = V(1) / fma(magnitude, V(lane(0.3275911)), V(1));
  const V tail = detail::polynomial(t, lane(0), lane(0.254829592), lane(-0.284496736),
                                    lane(1.421413741), lane(-1.453152027), lane(1.061405429));
  return detail::copy_sign(V(1) - tail * exp(-magnitude * magnitude), x);
}

}  // namespace hello_dl::math
