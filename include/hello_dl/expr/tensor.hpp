#pragma once
/// A tensor value of static shape: what functions take and give when they are evaluated, and what
/// may stand in a formula as a constant.

#include <hello_dl/core/shape.hpp>

namespace hello_dl {

/// `tensor<double, 2, 3>{1, 2, 3, 4, 5, 6}`: two rows of three, row-major.
template <class T, extent... Extents>
struct tensor {
  using element_type = T;
  using shape_type = shape<Extents...>;
  T values[static_cast<std::size_t>(shape_type::size)];

  static constexpr extent size() { return shape_type::size; }
  constexpr T& operator[](extent i) { return values[i]; }
  constexpr const T& operator[](extent i) const { return values[i]; }
  constexpr T* data() { return values; }
  constexpr const T* data() const { return values; }
  constexpr T* begin() { return values; }
  constexpr T* end() { return values + size(); }
  constexpr const T* begin() const { return values; }
  constexpr const T* end() const { return values + size(); }
  friend constexpr bool operator==(const tensor&, const tensor&) = default;
};

namespace detail {
template <class T, class Shape>
struct tensor_for;
template <class T, extent... Extents>
struct tensor_for<T, shape<Extents...>> {
  using type = tensor<T, Extents...>;
};
}  // namespace detail

/// The tensor type of elements T and the given shape type.
template <class T, class Shape>
using tensor_of = typename detail::tensor_for<T, Shape>::type;

}  // namespace hello_dl
