#pragma once
/// The header of a safetensors file: which tensors there are, of what type and shape, and where.

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace hello_dl {

/// A tensor in a safetensors file.
struct stored_tensor {
  std::string name;
  std::string type;                  ///< "F32", "F64", "I64", ...
  std::vector<std::uint64_t> shape;  ///< empty for one number
  std::uint64_t begin = 0, end = 0;  ///< its bytes, counted from the end of the header

  /// "F32 [26, 864]"
  std::string type_and_shape() const;
};

/// What a file says beside its tensors, by name.
using file_metadata = std::map<std::string, std::string>;

namespace detail {

struct safetensors_header {
  std::vector<stored_tensor> tensors;  ///< in the order of their bytes
  file_metadata metadata;
};

/// Reads the header's JSON. `data_size` is how many bytes follow it in the file. Throws data_error, with the name of the file,
/// unless types are known, sizes are those of types and shapes, and the tensors fill the data without a hole or an overlap.
safetensors_header read_safetensors_header(const std::string& file, std::string_view json, std::uint64_t data_size);

/// The JSON for tensors whose bytes follow one another.
std::string write_safetensors_header(const safetensors_header& header);

/// How many bytes an element of the type has; 0 if the format knows no such type.
std::uint64_t size_of_type(std::string_view type);

}  // namespace detail
}  // namespace hello_dl
