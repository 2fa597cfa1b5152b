// A short vector of N equal lanes on the compilers' vector extension, and the scalar twins of its
// functions, so that one template over V serves float, double, simd<float, N> and simd<double, N>.
#pragma once

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
inline constexpr std::size_t native_vector_bytes =
    16;  // SSE2, NEON, and what compilers emulate well elsewhere
#endif

/// How many lanes of T fill one register of the target.
template <class T>
inline constexpr int native_lanes = static_cast<int>(native_vector_bytes / sizeof(T));

namespace detail {

template <std::size_t Bytes>
using signed_of_size = std::conditional_t<Bytes == 4, std::int32_t, std::int64_t>;
template <std::size_t Bytes>
using unsigned_of_size = std::conditional_t<Bytes == 4, std::uint32_t, std::uint64_t>;

}  // namespace detail

/// N lanes of a 4- or 8-byte arithmetic T; N is a power of two. Comparisons give a mask: a simd of
/// signed integers whose lanes are 0 or -1, made for select(), any() and the operators && || !.
template <class T, int N>
struct simd {
  static_assert(N >= 2 && std::has_single_bit(static_cast<unsigned>(N)),
                "simd: the number of lanes must be a power of two");

  using native [[gnu::vector_size(sizeof(T) * N)]] = T;
  using mask = simd<detail::signed_of_size<sizeof(T)>, N>;

  native value;

  simd() = default;
  [[gnu::always_inline]] explicit simd(T lane) : value(lane - native{}) {}
  [[gnu::always_inline]] explicit simd(const native& lanes) : value(lanes) {}

  /// Reads or writes N elements at any address.
  [[gnu::always_inline]] static simd load(const T* from) {
    simd result;
    __builtin_memcpy(&result.value, from, sizeof(native));
    return result;
  }
  [[gnu::always_inline]] void store(T* to) const { __builtin_memcpy(to, &value, sizeof(native)); }

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
  [[gnu::always_inline]] friend mask operator>(simd a, simd b) {
    return std::bit_cast<mask>(a.value > b.value);
  }
  [[gnu::always_inline]] friend mask operator>=(simd a, simd b) {
    return std::bit_cast<mask>(a.value >= b.value);
  }

  [[gnu::always_inline]] friend simd operator&(simd a, simd b) requires std::integral<T> {
    return simd(a.value & b.value);
  }
  [[gnu::always_inline]] friend simd operator|(simd a, simd b) requires std::integral<T> {
    return simd(a.value | b.value);
  }
  [[gnu::always_inline]] friend simd operator^(simd a, simd b) requires std::integral<T> {
    return simd(a.value ^ b.value);
  }
  [[gnu::always_inline]] friend simd operator~(simd a) requires std::integral<T> {
    return simd(~a.value);
  }
  [[gnu::always_inline]] friend simd operator<<(simd a, int n) requires std::integral<T> {
    return simd(a.value << n);
  }
  [[gnu::always_inline]] friend simd operator>>(simd a, int n) requires std::integral<T> {
    return simd(a.value >> n);
  }

  [[gnu::always_inline]] friend simd operator&&(simd a, simd b) requires std::signed_integral<T> {
    return a & b;
  }
  [[gnu::always_inline]] friend simd operator||(simd a, simd b) requires std::signed_integral<T> {
    return a | b;
  }
  [[gnu::always_inline]] friend simd operator!(simd a) requires std::signed_integral<T> {
    return ~a;
  }
};

namespace detail {

template <class V>
struct lanes_of {
  using lane = V;
  using mask = bool;
  using bits = unsigned_of_size<sizeof(V)>;
};

template <class T, int N>
struct lanes_of<simd<T, N>> {
  using lane = T;
  using mask = typename simd<T, N>::mask;
  using bits = simd<unsigned_of_size<sizeof(T)>, N>;
};

}  // namespace detail

/// The element type of simd<T, N>; a scalar is its own lane.
template <class V>
using lane_type = typename detail::lanes_of<V>::lane;

/// What comparing two V gives: a simd of integers, or bool.
template <class V>
using mask_type = typename detail::lanes_of<V>::mask;

/// What element-wise code is written for: float, double, or a simd of them.
template <class V>
concept floating_lanes = std::floating_point<lane_type<V>>;

template <class V>
[[gnu::always_inline]] constexpr V splat(lane_type<V> lane) {
  return V(lane);
}

/// Reads one scalar or all lanes of V from `from`, which need not be aligned.
template <class V>
[[gnu::always_inline]] constexpr V load(const lane_type<V>* from) {
  if constexpr (std::is_arithmetic_v<V>) return *from;
  else return V::load(from);
}

template <class V>
[[gnu::always_inline]] constexpr void store(lane_type<V>* to, V value) {
  if constexpr (std::is_arithmetic_v<V>) *to = value;
  else value.store(to);
}

/// `chosen` where the mask holds, `other` elsewhere; both are evaluated.
template <class T>
requires std::is_arithmetic_v<T>
[[gnu::always_inline]] constexpr T select(bool condition, T chosen, T other) {
  return condition ? chosen : other;
}

template <class T, int N>
[[gnu::always_inline]] inline simd<T, N> select(typename simd<T, N>::mask condition,
                                                simd<T, N> chosen, simd<T, N> other) {
  return simd<T, N>(condition.value ? chosen.value : other.value);
}

/// a * b + c: one rounding where the target has fused multiply-add (compilers contract this by
/// default), else two.
template <class T>
requires std::is_arithmetic_v<T>
[[gnu::always_inline]] constexpr T fma(T a, T b, T c) { return a * b + c; }

template <class T, int N>
[[gnu::always_inline]] inline simd<T, N> fma(simd<T, N> a, simd<T, N> b, simd<T, N> c) {
  return simd<T, N>(a.value * b.value + c.value);
}

namespace detail {

/// Folds the upper half of the lanes onto the lower half until one is left: the same tree, and
/// bits, on every target.
template <class T, int N, class Combine>
[[gnu::always_inline]] inline T reduce(simd<T, N> v, Combine combine) {
  T lane[N];
  v.store(lane);
  for (int half = N / 2; half > 0; half /= 2)
    for (int i = 0; i < half; ++i) lane[i] = combine(lane[i], lane[i + half]);
  return lane[0];
}

}  // namespace detail

template <class T>
requires std::is_arithmetic_v<T>
[[gnu::always_inline]] constexpr T reduce_add(T lane) { return lane; }

template <class T, int N>
[[gnu::always_inline]] inline T reduce_add(simd<T, N> v) {
  return detail::reduce(v, [](T a, T b) { return a + b; });
}

/// The largest lane; NaN if any lane is NaN.
template <class T>
requires std::is_arithmetic_v<T>
[[gnu::always_inline]] constexpr T reduce_max(T lane) { return lane; }

template <class T, int N>
[[gnu::always_inline]] inline T reduce_max(simd<T, N> v) {
  return detail::reduce(v, [](T a, T b) { return a > b || a != a ? a : b; });
}

/// Whether a mask holds in at least one lane.
[[gnu::always_inline]] constexpr bool any(bool condition) { return condition; }

template <class T, int N>
[[gnu::always_inline]] inline bool any(simd<T, N> condition) {
  return detail::reduce(condition, [](T a, T b) { return a | b; }) != 0;
}

}  // namespace hello_dl
