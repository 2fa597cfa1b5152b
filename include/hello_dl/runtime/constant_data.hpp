#pragma once
/// The values of constant tensors as static data in the element type of a program.

#include <hello_dl/core/shape.hpp>

namespace hello_dl::detail {

template <class T, extent Count>
struct data_block {
  T data[Count];
};

template <class Program, class T>
constexpr auto convert_values() {
  constexpr extent count = sizeof(Program::table.values) / sizeof(double);
  data_block<T, count> block{};
  for (extent i = 0; i < count; ++i) block.data[i] = static_cast<T>(Program::table.values[i]);
  return block;
}

template <class Program, class T>
inline constexpr auto table_values = convert_values<Program, T>();

}  // namespace hello_dl::detail
