#include <hello_dl/data/byte_source.hpp>
#include <hello_dl/data/error.hpp>
#include <hello_dl/data/safetensors.hpp>
#include <hello_dl/data/write_file.hpp>

#include <algorithm>
#include <bit>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace hello_dl {

static_assert(std::endian::native == std::endian::little, "safetensors: the format is little-endian, as this processor must be");

namespace {

constexpr std::uint64_t prefix = 8;
constexpr std::uint64_t largest_header = 100'000'000;  // what the format allows

stored_tensor stored(const tensor_view& tensor) {
  constexpr const char* types[] = {"F32", "F64", "I32", "I64", "U64"};
  return {tensor.name, types[static_cast<int>(tensor.type)], {tensor.shape.begin(), tensor.shape.end()}};
}

detail::safetensors_header header_for(std::span<const tensor_view> tensors, const file_metadata& metadata) {
  detail::safetensors_header header{{}, metadata};
  std::uint64_t end = 0;
  for (const tensor_view& tensor : tensors) {
    header.tensors.push_back(stored(tensor));
    header.tensors.back().begin = end;
    header.tensors.back().end = end += tensor.bytes.size();
  }
  return header;
}

std::string_view text_of(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// The bytes from `begin` on. The file was long enough when it was opened.
void read(std::ifstream& stream, const std::string& file, std::uint64_t begin, std::span<char> bytes) {
  stream.seekg(static_cast<std::streamoff>(begin));
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!stream) throw data_error{file, "a file at rest", "that it changed while it was read"};
}

/// The size of the header, of which the file has to have as much.
std::uint64_t read_header_size(std::ifstream& stream, const std::string& file, std::uint64_t file_size) {
  if (file_size < prefix) throw data_error{file, "a safetensors file", "that it ends within the size of its header"};
  std::uint64_t size = 0;
  char bytes[prefix];
  read(stream, file, 0, bytes);
  std::memcpy(&size, bytes, prefix);
  if (size > largest_header || size > file_size - prefix)
    throw data_error{file, "a safetensors header of at most " + std::to_string(std::min(largest_header, file_size - prefix)) + " bytes",
                     "the size " + std::to_string(size)};
  return size;
}

}  // namespace

std::string type_and_shape(const tensor_view& tensor) { return stored(tensor).type_and_shape(); }

void save_safetensors(const std::string& file, std::span<const tensor_view> tensors, const file_metadata& metadata) {
  std::string json = detail::write_safetensors_header(header_for(tensors, metadata));
  json.resize((json.size() + 7) / 8 * 8, ' ');  // so that the numbers are aligned
  const std::uint64_t size = json.size();
  std::vector<std::string_view> pieces{text_of(std::as_bytes(std::span{&size, 1})), json};
  for (const tensor_view& tensor : tensors) pieces.push_back(text_of(tensor.bytes));
  write_file(file, pieces);
}

safetensors_file::safetensors_file(const std::string& file) : file_{file} {
  detail::require_regular_file(file);
  std::ifstream stream{file, std::ios::binary};
  const std::uint64_t file_size = std::filesystem::file_size(file);
  std::string json(read_header_size(stream, file, file_size), '\0');
  read(stream, file, prefix, json);
  data_begin_ = prefix + json.size();
  header_ = detail::read_safetensors_header(file, json, file_size - data_begin_);
}

const stored_tensor* safetensors_file::find(std::string_view name) const& {
  const auto found = std::ranges::find(header_.tensors, name, &stored_tensor::name);
  return found == header_.tensors.end() ? nullptr : &*found;
}

void safetensors_file::load(std::span<const tensor_view> tensors) const {
  std::size_t size = 0;
  for (const tensor_view& wanted : tensors) {
    const stored_tensor* const found = find(wanted.name);
    const std::string expected = type_and_shape(wanted);
    if (!found) throw data_error{file_, "a tensor " + detail::in_quotes(wanted.name) + " of " + expected, "none of that name"};
    if (found->type_and_shape() != expected)
      throw data_error{file_, expected + " for " + detail::in_quotes(wanted.name), found->type_and_shape()};
    size += wanted.bytes.size();
  }
  std::vector<char> read_first(size);
  std::ifstream stream{file_, std::ios::binary};
  std::span<char> rest{read_first};
  for (const tensor_view& wanted : tensors) {
    read(stream, file_, data_begin_ + find(wanted.name)->begin, rest.first(wanted.bytes.size()));
    rest = rest.subspan(wanted.bytes.size());
  }
  const char* from = read_first.data();
  for (const tensor_view& wanted : tensors) {
    std::memcpy(wanted.bytes.data(), from, wanted.bytes.size());
    from += wanted.bytes.size();
  }
}

void safetensors_file::load_all(std::span<const tensor_view> tensors) const {
  for (const stored_tensor& stored : header_.tensors)
    if (std::ranges::find(tensors, stored.name, &tensor_view::name) == tensors.end())
      throw data_error{file_, std::to_string(tensors.size()) + " tensors", "also " + detail::in_quotes(stored.name) + " of " + stored.type_and_shape()};
  load(tensors);
}

}  // namespace hello_dl
