#pragma once
/// The safetensors format (https://huggingface.co/docs/safetensors), in which weights are exchanged: the length of a header
/// (8 bytes, little-endian), the header (JSON: for each tensor its type, its shape, and where its bytes are), then the bytes.

#include <hello_dl/core/tensor_view.hpp>
#include <hello_dl/data/safetensors_header.hpp>

#include <span>
#include <string>
#include <vector>

namespace hello_dl {

/// Writes the tensors into a file, as write_file() does.
void save_safetensors(const std::string& file, std::span<const tensor_view> tensors, const file_metadata& metadata = {});

/// A safetensors file. Nothing in it is trusted: its header is checked when it is opened, names, types and shapes when it is
/// loaded, and memory is allocated for the tensors that were asked for and no others.
class safetensors_file {
 public:
  /// Throws data_error unless the file is one, whole and without contradictions.
  explicit safetensors_file(const std::string& file);

  const std::vector<stored_tensor>& tensors() const& { return header_.tensors; }
  std::vector<stored_tensor> tensors() && { return std::move(header_.tensors); }
  const file_metadata& metadata() const& { return header_.metadata; }
  file_metadata metadata() && { return std::move(header_.metadata); }
  /// The tensor of this name, or nullptr.
  const stored_tensor* find(std::string_view name) const&;

  /// Fills `tensors` with what the file has under their names. Throws data_error, and leaves all as it was, if a name is
  /// missing or a type or a shape is another one.
  void load(std::span<const tensor_view> tensors) const;

  /// The same, if the file has these tensors and no others.
  void load_all(std::span<const tensor_view> tensors) const;

 private:
  std::string file_;
  std::uint64_t data_begin_ = 0;
  detail::safetensors_header header_;
};

/// "F32 [26, 864]", as the format has it.
std::string type_and_shape(const tensor_view& tensor);

}  // namespace hello_dl
