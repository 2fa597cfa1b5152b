#pragma once
/// A short vector of equal lanes on the compilers' vector extension, and scalar twins of what it
/// can do, so that one template over V serves float, double, simd<float, N> and simd<double, N>.

#include <hello_dl/core/contract.hpp>

#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace hello_dl {

#if defined(__AVX512F__)
inline constexpr std::size_t native_vector_bytes = 64;
#elif defined(__AVX__)
inline constexpr std::size_t native_vector_bytes = 32;
#else
inline constexpr std::size_t native_vector_bytes = 16;  // SSE2, NEON; emulated where there is none
#endif

/// How many lanes of T fill one vector register of the target.
template <class T>
inline constexpr int native_lanes = static_cast<int>(native_vector_bytes / sizeof(T));

namespace detail {
template <std::size_t Bytes>
using signed_word = std::conditional_t<Bytes == 4, std::int32_t, std::int64_t>;
template <std::size_t Bytes>
using unsigned_word = std::conditional_t<Bytes == 4, std::uint32_t, std::uint64_t>;
template <class T>
concept arithmetic = std::is_arithmetic_v<T>;
}  // namespace detail

HELLO_DL_CONTRACT

/// N lanes of a T of 4 or 8 bytes. Arithmetic goes lane by lane. A comparison gives a mask: a simd
/// of signed integers, -1 where it holds and 0 elsewhere, for select(), any() and && || !.
template <class T, int N>
struct simd {
  static_assert(sizeof(T) == 4 || sizeof(T) == 8, "simd: a lane must have 4 or 8 bytes");
  static_assert(N > 1 && std::has_single_bit(static_cast<unsigned>(N)),
                "simd: the number of lanes must be a power of two above 1");

  using native [[gnu::vector_size(sizeof(T) * N)]] = T;
  using unaligned [[gnu::vector_size(sizeof(T) * N), gnu::aligned(alignof(T))]] = T;
  using mask = simd<detail::signed_word<sizeof(T)>, N>;

  native value;

  simd() = default;
  [[gnu::always_inline]] explicit simd(T lane) : value(lane - native{}) {}
  [[gnu::always_inline]] explicit simd(const native& lanes) : value(lanes) {}

  /// Reads or writes N elements, which need not be aligned. Not by memcpy: a vector of T may alias
  /// only a T, so that compilers keep pointers in registers across a store.
  [[gnu::always_inline]] static simd load(const T* from) {
    const native lanes = *reinterpret_cast<const unaligned*>(from);
    return simd(lanes);
  }
  [[gnu::always_inline]] void store(T* to) const { *reinterpret_cast<unaligned*>(to) = value; }

  [[gnu::always_inline]] T operator[](int lane) const { return value[lane]; }

  [[gnu::always_inline]] friend simd operator-(simd a) { return simd(-a.value); }
  [[gnu::always_inline]] friend simd operator+(simd a, simd b) { return simd(a.value + b.value); }
  [[gnu::always_inline]] friend simd operator-(simd a, simd b) { return simd(a.value - b.value); }
  [[gnu::always_inline]] friend simd operator*(simd a, simd b) { return simd(a.value * b.value); }
  [[gnu::always_inline]] friend simd operator/(simd a, simd b) { return simd(a.value / b.value); }
  [[gnu::always_inline]] simd& operator+=(simd b) { return *this = *this + b; }
  [[gnu::always_inline]] simd& operator-=(simd b) { return *this = *this - b; }
  [[gnu::always_inline]] simd& operator*=(simd b) { return *this = *this * b; }
  [[gnu::always_inline]] simd& operator/=(simd b) { return *this = *this / b; }

  [[gnu::always_inline]] friend mask operator==(simd a, simd b) {
    return std::bit_cast<mask>(a.value == b.value);
  }
  [[gnu::always_inline]] friend mask operator!=(simd a, simd b) {
    return std::bit_cast<mask>(a.value != b.value);
  }
  [[gnu::always_inline]] friend mask operator<(simd a, simd b) {
    return std::bit_cast<mask>(a.value < b.value);
  }
  [[gnu::always_inline]] friend mask operator<=(simd a, simd b) {
    return std::bit_cast<mask>(a.value <= b.value);
  }
  [[gnu::always_inline]] friend mask operator>(simd a, simd b) { return b < a; }
  [[gnu::always_inline]] friend mask operator>=(simd a, simd b) { return b <= a; }

  // Bits, for integers: masks, and the exponents of floating-point numbers.
  [[gnu::always_inline]] friend simd operator&(simd a, simd b) { return simd(a.value & b.value); }
  [[gnu::always_inline]] friend simd operator|(simd a, simd b) { return simd(a.value | b.value); }
  [[gnu::always_inline]] friend simd operator^(simd a, simd b) { return simd(a.value ^ b.value); }
  [[gnu::always_inline]] friend simd operator<<(simd a, int n) { return simd(a.value << n); }
  [[gnu::always_inline]] friend simd operator>>(simd a, int n) { return simd(a.value >> n); }
  [[gnu::always_inline]] friend simd operator&&(simd a, simd b) { return a & b; }
  [[gnu::always_inline]] friend simd operator||(simd a, simd b) { return a | b; }
  [[gnu::always_inline]] friend simd operator!(simd a) { return simd(~a.value); }
};

namespace detail {

template <class V>
struct lanes_of {
  using lane = V;
  static constexpr int count = 1;
};
template <class T, int N>
struct lanes_of<simd<T, N>> {
  using lane = T;
  static constexpr int count = N;
};

}  // namespace detail

/// The element type of a simd; a scalar is its own lane.
template <class V>
using lane_type = typename detail::lanes_of<V>::lane;

/// What element-wise functions are written for: float, double, or a simd of them.
template <class V>
concept floating_lanes = std::same_as < lane_type<V>,
float > || std::same_as<lane_type<V>, double>;

/// All lanes alike.
template <class V>
[[gnu::always_inline]] constexpr V splat(lane_type<V> lane) {
  return V(lane);
}

/// Reads one scalar or all lanes of V; `from` need not be aligned for a vector.
template <class V>
[[gnu::always_inline]] constexpr V load(const lane_type<V>* from) {
  if constexpr (detail::arithmetic<V>) return *from;
  else return V::load(from);
}

template <class V>
[[gnu::always_inline]] constexpr void store(lane_type<V>* to, V value) {
  if constexpr (detail::arithmetic<V>) *to = value;
  else value.store(to);
}

/// `chosen` where the mask holds and `other` elsewhere; both are computed.
template <detail::arithmetic T>
[[gnu::always_inline]] constexpr T select(bool mask, T chosen, T other) {
  return mask ? chosen : other;
}
template <class T, int N>
[[gnu::always_inline]] inline simd<T, N> select(typename simd<T, N>::mask mask, simd<T, N> chosen,
                                                simd<T, N> other) {
  return simd<T, N>(mask.value ? chosen.value : other.value);
}

/// a b + c, rounded once where the target has a fused multiply-add and twice elsewhere: compilers
/// contract the expression unless told not to.
template <std::floating_point T>
[[gnu::always_inline]] constexpr T fma(T a, T b, T c) {
  return a * b + c;
}
template <class T, int N>
[[gnu::always_inline]] inline simd<T, N> fma(simd<T, N> a, simd<T, N> b, simd<T, N> c) {
  return simd<T, N>(a.value * b.value + c.value);
}

HELLO_DL_CONTRACT_END

namespace detail {

/// Folds the upper half of the lanes onto the lower one until a lane is left: on every target the
/// same tree, hence the same bits.
template <arithmetic T, class Combine>
[[gnu::always_inline]] constexpr T fold_lanes(T lane, Combine) {
  return lane;
}
template <class T, int N, class Combine>
[[gnu::always_inline]] inline T fold_lanes(simd<T, N> v, Combine combine) {
  if constexpr (N == 2) {
    return combine(v[0], v[1]);
  } else {
    struct halves {
      simd<T, N / 2> lower, upper;
    };
    const auto [lower, upper] = std::bit_cast<halves>(v);
    return fold_lanes(combine(lower, upper), combine);
  }
}

}  // namespace detail

/// The sum of all lanes.
template <class V>
[[gnu::always_inline]] constexpr lane_type<V> reduce_add(V v) {
  return detail::fold_lanes(v, [](auto a, auto b) { return a + b; });
}

/// The largest lane; NaN if there is one.
template <class V>
[[gnu::always_inline]] constexpr lane_type<V> reduce_max(V v) {
  return detail::fold_lanes(v, [](auto a, auto b) { return select(a > b || a != a, a, b); });
}

/// Whether a mask holds in some lane.
template <class Mask>
[[gnu::always_inline]] constexpr bool any(Mask mask) {
  return detail::fold_lanes(mask, [](auto a, auto b) { return a | b; }) != 0;
}

}  // namespace hello_dl
