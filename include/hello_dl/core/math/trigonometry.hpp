#pragma once
/// sin and cos.

#include <hello_dl/core/math/rounding.hpp>

HELLO_DL_CONTRACT
namespace hello_dl::math {

namespace detail {

/// How far reduce_angle() is accurate.
template <class T>
inline constexpr T largest_angle = T(sizeof(T) == 4 ? 1e5 : 1e9);

/// x - n pi/2 for float: computed as double, with pi/2 in two parts, the first of 33 bits so that
/// its product with n < 2^20 is exact.
[[gnu::always_inline]] constexpr float reduce_angle(float x, float n) {
  const double r = fma(-double(n), 0x1.921fb544p+0, double(x));
  return float(fma(-double(n), 0x1.0b4611a626331p-34, r));
}

/// A vector of double that needs two registers is cut in halves.
template <int N>
[[gnu::always_inline]] inline simd<float, N> reduce_angle(simd<float, N> x, simd<float, N> n) {
  if constexpr (sizeof(double) * N <= native_vector_bytes || N == 2) {
    using wide = simd<double, N>;
    const wide minus_n(__builtin_convertvector((-n).value, typename wide::native));
    const wide wide_x(__builtin_convertvector(x.value, typename wide::native));
    const wide r = fma(minus_n, wide(0x1.921fb544p+0), wide_x);
    const wide reduced = fma(minus_n, wide(0x1.0b4611a626331p-34), r);
    return simd<float, N>(__builtin_convertvector(reduced.value, typename simd<float, N>::native));
  } else {
    struct halves {
      simd<float, N / 2> lower, upper;
    };
    const auto a = std::bit_cast<halves>(x), b = std::bit_cast<halves>(n);
    return std::bit_cast<simd<float, N>>(
        halves{reduce_angle(a.lower, b.lower), reduce_angle(a.upper, b.upper)});
  }
}

/// x - n pi/2 for double: pi/2 in four parts of 23 bits, whose products with n < 2^30 are exact,
/// and a rest (Cody and Waite, chapter 8). Where r is not small enough for an exact difference,
/// `lost` collects what its rounding took away.
template <floating_lanes V>
requires(!is_single<V>) [[gnu::always_inline]] constexpr V reduce_angle(V x, V n) {
  const V exact = fma(-n, V(0x1.4442dp-24), fma(-n, V(0x1.921fb4p+0), x));
  const V third = fma(-n, V(0x1.846988p-48), exact);
  V lost = fma(-n, V(0x1.846988p-48), exact - third);
  const V fourth = fma(-n, V(0x1.8cc514p-72), third);
  lost += fma(-n, V(0x1.8cc514p-72), third - fourth);
  return fourth + fma(-n, V(0x1.80dc1cd129025p-95), lost);
}

/// sin(r) for |r| <= 0.8; error below 2^-27.7 sin(r) (float), 2^-57.5 sin(r) (double).
template <floating_lanes V>
[[gnu::always_inline]] constexpr V small_sin(V r) {
  const V z = r * r;
  if constexpr (is_single<V>)
    return fma(r * z, polynomial(z, -0x1.555544p-3f, 0x1.1106aep-7f, -0x1.990f94p-13f), r);
  else
    return fma(r * z,
               polynomial(z, -0x1.5555555555545p-3, 0x1.111111110f26dp-7, -0x1.a01a019b4e196p-13,
                          0x1.71de34ccf1681p-19, -0x1.ae5ddfc7d2eb7p-26, 0x1.5d6bde12a51e1p-33),
               r);
}

/// (cos(r) - 1 + r^2/2) / r^4 as a function of z = r^2, for |r| <= 0.8; the error that it leaves in
/// cos(r) is below 2^-32.6 (float), 2^-63.5 (double).
template <floating_lanes V>
[[gnu::always_inline]] constexpr V cos_tail(V z) {
  if constexpr (is_single<V>)
    return polynomial(z, 0x1.555548p-5f, -0x1.6c0af4p-10f, 0x1.999114p-16f);
  else
    return polynomial(z, 0x1.5555555555548p-5, -0x1.6c16c16c149a5p-10, 0x1.a01a019bef025p-16,
                      -0x1.27e4f77e298cp-22, 0x1.1ee98d7974097p-29, -0x1.8f7dffe56e33ap-37);
}

/// What rounding takes from 1 - r^2/2 is added to the small rest.
template <floating_lanes V>
[[gnu::always_inline]] constexpr V small_cos(V r) {
  const V z = r * r;
  const V half = z * V(lane_type<V>(0.5));
  const V main = V(1) - half;
  return main + fma(z * z, cos_tail(z), (V(1) - main) - half);
}

/// sin(x + Turns pi/2) for |x| <= largest_angle: the sine or cosine of what is left of |x|, with
/// the sign of the half turn; a sine also takes that of x.
template <int Turns, floating_lanes V>
[[gnu::always_inline]] constexpr V turned_sin(V x) {
  using format = traits<V>;
  const V shifted = fma(abs(x), V(lane_type<V>(0x1.45f306dc9c883p-1)), V(format::to_integer));
  const V r = reduce_angle(abs(x), shifted - V(format::to_integer));
  const bits<V> quadrant = to_bits(shifted) + bits<V>(Turns);
  const auto is_odd = (quadrant & bits<V>(1)) != bits<V>(0);
  const V value = select(is_odd, small_cos(r), small_sin(r));
  const bits<V> turned = to_bits(value) ^ ((quadrant >> 1) << (format::word_bits - 1));
  if constexpr (Turns == 0) return std::bit_cast<V>(turned ^ (to_bits(x) & bits<V>(format::sign)));
  else return std::bit_cast<V>(turned);
}

template <int Turns, class T>
constexpr T library_sin(T x) {
  if constexpr (sizeof(T) == 4) return Turns == 0 ? __builtin_sinf(x) : __builtin_cosf(x);
  else return Turns == 0 ? __builtin_sin(x) : __builtin_cos(x);
}

/// The C library serves arguments beyond largest_angle, infinite ones and NaN, one by one.
template <int Turns, floating_lanes V>
[[gnu::always_inline]] constexpr V any_sin(V x) {
  const auto is_far = !(abs(x) <= V(largest_angle<lane_type<V>>));
  if constexpr (std::is_floating_point_v<V>) {
    return is_far ? library_sin<Turns>(x) : turned_sin<Turns>(x);
  } else {
    V result = turned_sin<Turns>(x);
    if (any(is_far)) [[unlikely]]
      for (int lane = 0; lane < hello_dl::detail::lanes_of<V>::count; ++lane)
        if (is_far[lane]) result.value[lane] = library_sin<Turns>(x[lane]);
    return result;
  }
}

}  // namespace detail

/// At most 1.6 ulp, for |x| <= 1e5 in float and 1e9 in double; beyond, what the C library gives,
/// and with clang no constant expression.
template <floating_lanes V>
[[gnu::always_inline]] constexpr V sin(V x) {
  if (detail::is_constant_nan(x)) return x;
  return detail::any_sin<0>(x);
}

/// At most 1.6 ulp, for |x| <= 1e5 in float and 1e9 in double; beyond as sin().
template <floating_lanes V>
[[gnu::always_inline]] constexpr V cos(V x) {
  if (detail::is_constant_nan(x)) return x;
  return detail::any_sin<1>(x);
}

}  // namespace hello_dl::math
HELLO_DL_CONTRACT_END
