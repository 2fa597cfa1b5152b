#pragma once
/// Shapes, twice: `dims` is a shape as a value, which constexpr functions compute with;
/// `shape<64, 784>` is the same shape as a type, which the compiler checks and users read in messages.

#include <cstddef>
#include <utility>

namespace hello_dl {

/// Sizes, offsets and strides, in elements; signed, so that differences are safe.
using extent = std::ptrdiff_t;

inline constexpr int max_rank = 6;

/// A shape as a value: `rank` extents, outermost first; rank 0 is a scalar. Row-major everywhere.
struct dims {
  extent extents[max_rank] = {};
  int rank = 0;

  constexpr dims() = default;
  template <class... Extents>
  constexpr explicit dims(Extents... values)
      : extents{static_cast<extent>(values)...}, rank{sizeof...(Extents)} {
    static_assert(sizeof...(Extents) <= max_rank, "shape: at most six dimensions are supported");
  }

  constexpr extent operator[](int axis) const { return extents[axis]; }
  constexpr extent& operator[](int axis) { return extents[axis]; }

  /// The extent counted from the end: `back(1)` is the innermost one.
  constexpr extent back(int n) const { return extents[rank - n]; }

  /// The number of elements; 1 for a scalar.
  constexpr extent size() const {
    extent product = 1;
    for (int axis = 0; axis < rank; ++axis) product *= extents[axis];
    return product;
  }

  /// Elements between neighbours along `axis`.
  constexpr extent stride(int axis) const {
    extent product = 1;
    for (int inner = axis + 1; inner < rank; ++inner) product *= extents[inner];
    return product;
  }

  constexpr void push_back(extent value) { extents[rank++] = value; }

  friend constexpr bool operator==(const dims&, const dims&) = default;
};

/// A shape as a type: `shape<>` is a scalar, `shape<64, 784>` a matrix of 64 rows.
template <extent... Extents>
struct shape {
  static_assert(((Extents > 0) && ...), "shape: every extent must be at least 1");
  static constexpr dims value{Extents...};
  static constexpr extent size = value.size();
};

namespace detail {
template <dims Dims>
struct shape_type {
  template <int... Axes>
  static auto make(std::integer_sequence<int, Axes...>) -> shape<Dims[Axes]...>;
  using type = decltype(make(std::make_integer_sequence<int, Dims.rank>{}));
};
}  // namespace detail

/// The type for a shape value: `shape_from<dims{2, 3}>` is `shape<2, 3>`.
template <dims Dims>
using shape_from = typename detail::shape_type<Dims>::type;

/// The shape that PyTorch's broadcasting gives: aligned at the innermost dimension, an extent of 1
/// stretches. Rank -1 says that the two shapes do not fit.
constexpr dims broadcast(const dims& a, const dims& b) {
  const dims& longer = a.rank >= b.rank ? a : b;
  const dims& shorter = a.rank >= b.rank ? b : a;
  dims result = longer;
  for (int n = 1; n <= shorter.rank; ++n) {
    const extent mine = longer.back(n), other = shorter.back(n);
    if (mine != other && mine != 1 && other != 1) {
      result.rank = -1;
      return result;
    }
    result[result.rank - n] = mine == 1 ? other : mine;
  }
  return result;
}

}  // namespace hello_dl
