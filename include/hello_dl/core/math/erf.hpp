#pragma once
/// The error function.

#include <hello_dl/core/math/exp.hpp>

HELLO_DL_CONTRACT
namespace hello_dl::math {

namespace detail {

/// erf(x) for 0 <= x <= 1; error below 2^-29.3 erf(x) (float), 2^-56 erf(x) (double).
template <floating_lanes V>
[[gnu::always_inline]] constexpr V erf_near_zero(V x) {
  const V z = x * x;
  if constexpr (is_single<V>)
    return fma(x,
               polynomial(z, 0x1.06eba8p-3f, -0x1.81273ep-2f, 0x1.ce2ce6p-4f, -0x1.b7f71ap-6f,
                          0x1.53f224p-8f, -0x1.a3515ep-11f, 0x1.4771fcp-14f),
               x);
  else
    return fma(x,
               polynomial(z, 0x1.06eba8214db68p-3, -0x1.812746b03799dp-2, 0x1.ce2f21a03f8b9p-4,
                          -0x1.b82ce311a97b9p-6, 0x1.565bcceed943dp-8, -0x1.c02daeb6a5bccp-11,
                          0x1.f9a296a216889p-14, -0x1.f4c82cfd8ca4dp-17, 0x1.b96b36619f6bcp-20,
                          -0x1.5b8b359d9b1b2p-23, 0x1.d3d185c0c4fbep-27, -0x1.a20c434af8136p-31),
               x);
}

/// -log(1 - erf(x)) for 1 <= x <= 4 (float) or 6 (double); the error that it leaves in erf(x) is
/// below 2^-29.7 (float), 2^-58.3 (double).
template <floating_lanes V>
[[gnu::always_inline]] constexpr V minus_log_erfc(V x) {
  if constexpr (is_single<V>)
    return polynomial(x, 0x1.661d78p-12f, 0x1.2088eap+0f, 0x1.46bafp-1f, 0x1.a65318p-4f,
                      -0x1.65cb0cp-6f, 0x1.8259e6p-9f, -0x1.86db4ap-13f);
  else
    return polynomial(x, 0x1.81bdc39eb526dp-23, 0x1.20dd562e87f25p+0, 0x1.45f42b593cc52p-1,
                      0x1.a4da4d48053d2p-4, -0x1.389393357ed26p-6, -0x1.261e1980653f2p-12,
                      0x1.cfbbed7c7d9f9p-10, -0x1.50294ce7ee95ap-11, 0x1.7805f361391fp-15,
                      0x1.2721bb415b995p-14, -0x1.79cb4a59a78bbp-15, 0x1.150d8eb9e6238p-16,
                      -0x1.226099d0c48f5p-18, 0x1.c8a3aeb5a046cp-21, -0x1.0df19968be68ep-23,
                      0x1.d433411d30a8cp-27, -0x1.19efc0f7d7114p-30, 0x1.a5daba000e14bp-35,
                      -0x1.276f29c9ce258p-40);
}

}  // namespace detail

/// 2/sqrt(pi) times the integral of e^-t^2 from 0 to x; at most 1.5 ulp.
template <floating_lanes V>
[[gnu::always_inline]] constexpr V erf(V x) {
  if (detail::is_constant_nan(x)) return x;
  const V nearly_one(lane_type<V>(detail::is_single<V> ? 4 : 6));
  const V magnitude = minimum(abs(x), nearly_one);
  const V far = V(1) - detail::moderate_exp(-detail::minus_log_erfc(magnitude));
  return detail::copy_sign(select(magnitude < V(1), detail::erf_near_zero(magnitude), far), x);
}

}  // namespace hello_dl::math
HELLO_DL_CONTRACT_END
