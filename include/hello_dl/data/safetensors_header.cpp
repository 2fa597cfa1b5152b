#include <hello_dl/data/error.hpp>
#include <hello_dl/data/safetensors_header.hpp>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

namespace hello_dl {

std::string stored_tensor::type_and_shape() const {
  std::string text = type + " [";
  for (std::size_t i = 0; i < shape.size(); ++i) text += (i ? ", " : "") + std::to_string(shape[i]);
  return text + "]";
}

namespace detail {
namespace {

using json = nlohmann::ordered_json;

/// Takes the JSON as it is read, event by event, so that nothing is kept that does not belong into a header. An event that
/// returns false ends the reading; `found` then tells what was wrong.
class header_reader final : public nlohmann::json_sax<json> {
 public:
  safetensors_header header;
  std::string found;

  bool start_object(std::size_t) override {
    if (depth_ == 0 || (depth_ == 1 && in_array_ == false)) {
      ++depth_;
      return depth_ < 2 || begin_entry();
    }
    return refuse("an object within " + in_quotes(name_));
  }
  bool end_object() override { return --depth_ == 0 || is_metadata() || end_entry(); }
  bool key(std::string& text) override {
    if (depth_ == 1) {
      name_ = text;
      return names_.insert(name_).second || refuse(in_quotes(name_) + " twice");
    }
    field_ = text;
    if (!fields_.insert(field_).second) return refuse(in_quotes(field_) + " twice in " + in_quotes(name_));
    return is_metadata() || field_ == "dtype" || field_ == "shape" || field_ == "data_offsets" || refuse_value();
  }
  bool string(std::string& text) override {
    if (depth_ == 2 && is_metadata()) header.metadata[field_] = text;
    else if (depth_ == 2 && field_ == "dtype" && !in_array_) header.tensors.back().type = text;
    else return refuse_value();
    return true;
  }
  bool start_array(std::size_t) override {
    if (depth_ < 2 || in_array_ || is_metadata() || field_ == "dtype") return refuse_value();
    numbers_.clear();
    in_array_ = true;
    return true;
  }
  bool number_unsigned(number_unsigned_t number) override {
    if (!in_array_) return refuse_value();
    numbers_.push_back(number);
    return true;
  }
  bool end_array() override {
    in_array_ = false;
    stored_tensor& tensor = header.tensors.back();
    if (field_ == "shape") tensor.shape = numbers_;
    else if (numbers_.size() != 2) return refuse(std::to_string(numbers_.size()) + " data_offsets in " + in_quotes(name_));
    else tensor.begin = numbers_[0], tensor.end = numbers_[1];
    return true;
  }
  bool null() override { return refuse_value(); }
  bool boolean(bool) override { return refuse_value(); }
  bool number_integer(number_integer_t) override { return refuse_value(); }
  bool number_float(number_float_t, const string_t&) override { return refuse_value(); }
  bool binary(binary_t&) override { return refuse_value(); }
  bool parse_error(std::size_t position, const std::string&, const json::exception&) override {
    return refuse("no JSON from byte " + std::to_string(position) + " of it on");
  }

 private:
  bool refuse(const std::string& what) {
    found = what;
    return false;
  }
  bool refuse_value() {
    if (depth_ == 0) return refuse("something else than an object");
    return refuse("something else as " + (depth_ == 1 ? in_quotes(name_) : in_quotes(field_) + " of " + in_quotes(name_)));
  }
  bool is_metadata() const { return name_ == "__metadata__"; }
  bool begin_entry() {
    fields_.clear();
    if (!is_metadata()) header.tensors.push_back({.name = name_, .type = {}, .shape = {}});
    return true;
  }
  bool end_entry() {
    return fields_.size() == 3 || refuse(in_quotes(name_) + " without dtype, shape or data_offsets");
  }

  int depth_ = 0;
  bool in_array_ = false;
  std::string name_, field_;
  std::set<std::string> names_, fields_;
  std::vector<std::uint64_t> numbers_;
};

[[noreturn]] void refuse_tensor(const std::string& file, const stored_tensor& tensor, const std::string& expected,
                                const std::string& found) {
  throw data_error{file, expected + " for " + in_quotes(tensor.name), found};
}

/// The bytes that type and shape ask for.
std::uint64_t announced_size(const std::string& file, const stored_tensor& tensor) {
  std::uint64_t size = size_of_type(tensor.type);
  if (size == 0) refuse_tensor(file, tensor, "a type such as F32", in_quotes(tensor.type));
  bool fits = true;
  for (const std::uint64_t extent : tensor.shape) fits &= !__builtin_mul_overflow(size, extent, &size);
  if (!fits) refuse_tensor(file, tensor, "a size that a file can have", "a larger one");
  return size;
}

/// One tensor after the other, from the first byte to the last.
void require_gapless(const std::string& file, const std::vector<stored_tensor>& tensors, std::uint64_t data_size) {
  std::uint64_t end = 0;
  for (const stored_tensor& tensor : tensors) {
    const std::uint64_t size = announced_size(file, tensor);
    if (tensor.begin != end)
      refuse_tensor(file, tensor, "byte " + std::to_string(end) + " as the first", std::to_string(tensor.begin));
    if (tensor.end < tensor.begin || tensor.end - tensor.begin != size)
      refuse_tensor(file, tensor, std::to_string(size) + " bytes up to its end",
                    "the end " + std::to_string(tensor.end) + " after the begin " + std::to_string(tensor.begin));
    end = tensor.end;
  }
  if (end != data_size)
    throw data_error{file, std::to_string(end) + " bytes of tensors after its header", std::to_string(data_size)};
}

}  // namespace

safetensors_header read_safetensors_header(const std::string& file, std::string_view json_text, std::uint64_t data_size) {
  header_reader reader;
  if (!json::sax_parse(json_text.begin(), json_text.end(), &reader)) throw data_error{file, "a safetensors header", reader.found};
  std::ranges::stable_sort(reader.header.tensors, {}, [](const stored_tensor& t) { return std::pair{t.begin, t.end}; });
  require_gapless(file, reader.header.tensors, data_size);
  return std::move(reader.header);
}

std::string write_safetensors_header(const safetensors_header& header) {
  json object = json::object();
  if (!header.metadata.empty()) object["__metadata__"] = header.metadata;
  for (const stored_tensor& tensor : header.tensors)
    object[tensor.name] = {{"dtype", tensor.type}, {"shape", tensor.shape}, {"data_offsets", {tensor.begin, tensor.end}}};
  return object.dump();
}

std::uint64_t size_of_type(std::string_view type) {
  static const std::map<std::string_view, std::uint64_t> sizes = {
      {"BOOL", 1}, {"U8", 1},   {"I8", 1},  {"F8_E4M3", 1}, {"F8_E5M2", 1}, {"I16", 2}, {"U16", 2}, {"F16", 2},
      {"BF16", 2}, {"I32", 4}, {"U32", 4}, {"F32", 4},     {"I64", 8},     {"U64", 8}, {"F64", 8}};
  const auto found = sizes.find(type);
  return found == sizes.end() ? 0 : found->second;
}

}  // namespace detail
}  // namespace hello_dl
