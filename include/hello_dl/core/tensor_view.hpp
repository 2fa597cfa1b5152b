#pragma once
/// Tensors as files know them: a name, a type, a shape, bytes.

#include <hello_dl/core/shape.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace hello_dl {

enum class tensor_type { f32, f64, i32, i64, u64 };

/// Whether a program keeps numbers of type T in tensors of a file, and as what.
template <class T>
constexpr tensor_type tensor_type_of() {
  if constexpr (std::is_same_v<T, float>) return tensor_type::f32;
  else if constexpr (std::is_same_v<T, double>) return tensor_type::f64;
  else if constexpr (std::is_same_v<T, std::int32_t>) return tensor_type::i32;
  else if constexpr (std::is_same_v<T, std::int64_t>) return tensor_type::i64;
  else {
    static_assert(std::is_same_v<T, std::uint64_t>, "tensor_type: a tensor holds float, double, int32_t, int64_t or uint64_t");
    return tensor_type::u64;
  }
}

/// A tensor in somebody's memory. A list of them says what is saved, and where it goes when it is loaded.
struct tensor_view {
  std::string name;
  tensor_type type;
  std::vector<extent> shape;  ///< empty for one number
  std::span<std::byte> bytes;
};

/// `values` has as many elements as the shape.
template <class T>
tensor_view view_of(std::string name, std::vector<extent> shape, std::span<T> values) {
  return {std::move(name), tensor_type_of<T>(), std::move(shape), std::as_writable_bytes(values)};
}
template <class T>
tensor_view view_of(std::string name, T& number) {
  return view_of(std::move(name), {}, std::span{&number, 1});
}

}  // namespace hello_dl
