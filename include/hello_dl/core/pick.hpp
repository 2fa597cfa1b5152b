#pragma once
/// The element of a row that an index names.

#include <cstdint>
#include <limits>

#include <hello_dl/core/shape.hpp>

namespace hello_dl {

constexpr bool is_inside(std::int32_t index, extent count) { return index >= 0 && index < count; }

/// row[index]; an index outside the row gives NaN rather than somebody else's memory.
template <class T>
constexpr T pick_from(const T* row, extent count, std::int32_t index) {
  return is_inside(index, count) ? row[index] : std::numeric_limits<T>::quiet_NaN();
}

}  // namespace hello_dl
