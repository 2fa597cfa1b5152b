#include "checkpoint.hpp"

#include <hello_dl/core/not_finite.hpp>
#include <hello_dl/data/error.hpp>
#include <zlib.h>

#include <algorithm>
#include <filesystem>
#include <iostream>

#include "interrupt.hpp"
#include "run_main.hpp"

namespace samples {
namespace {

namespace fs = std::filesystem;

std::string training_file(const std::string& folder) { return (fs::path{folder} / "training.safetensors").string(); }

void require_finite(const tensor_list& training, std::int64_t step) {
  for (const hello_dl::tensor_view& tensor : training) {
    if (tensor.type != hello_dl::tensor_type::f32) continue;
    const std::span values{reinterpret_cast<const float*>(tensor.bytes.data()), tensor.bytes.size() / sizeof(float)};
    if (!hello_dl::detail::all_finite(values))
      throw hello_dl::not_finite{"step " + std::to_string(step) + ": the first that is not finite after it: " + tensor.name};
  }
}

std::string checksum(std::string_view text) {
  return std::to_string(crc32_z(0, reinterpret_cast<const Bytef*>(text.data()), text.size()));
}

/// Of images and labels.
std::string checksum(const hello_dl::dataset& data) {
  const std::span labels = std::as_bytes(std::span{data.labels});
  const uLong of_pixels = crc32_z(0, data.pixels.data(), data.pixels.size());
  return std::to_string(crc32_z(of_pixels, reinterpret_cast<const Bytef*>(labels.data()), labels.size()));
}

/// "out." of "out.bias": the path of a layer.
std::string_view layer_of(std::string_view tensor) { return tensor.substr(0, tensor.rfind('.') + 1); }

}  // namespace

checkpoint::checkpoint(const train_options& options, const hello_dl::dataset& data)
    : checkpoint{options, "images", options.save.empty() && options.resume.empty() ? "" : checksum(data)} {}

checkpoint::checkpoint(const train_options& options, std::string_view text) : checkpoint{options, "text", checksum(text)} {}

checkpoint::checkpoint(const train_options& options, const std::string& learned_from, const std::string& checksum)
    : folder_{options.save}, resumed_{options.resume}, learned_from_{learned_from}, run_{options.run} {
  run_[learned_from + "-checksum"] = checksum;
  if (!folder_.empty()) make_folder("save", folder_);
}

void checkpoint::save(const tensor_list& model, const tensor_list& training, std::int64_t step) {
  if (folder_.empty()) return;
  require_finite(training, step);
  hello_dl::save_safetensors(training_file(folder_), training, run_);
  hello_dl::save_safetensors((fs::path{folder_} / "model.safetensors").string(), model, {{"format", "pt"}});
  saved_step_ = step;
}

void checkpoint::go_on(const tensor_list& training, const std::function<void()>& train) const {
  load(training);
  try {
    train();
  } catch (const hello_dl::not_finite& error) {
    throw std::runtime_error{error.what() + std::string{"; "} + last()};
  }
  if (interrupted()) std::cout << last() << std::endl;
}

void checkpoint::load(const tensor_list& training) const {
  if (resumed_.empty()) return;
  const std::string name = training_file(resumed_);
  const hello_dl::safetensors_file file{name};
  const std::string key = learned_from_ + "-checksum";
  const auto kept = file.metadata().find(key);
  const std::string found = kept == file.metadata().end() ? "none" : kept->second;
  if (found != run_.at(key))
    throw hello_dl::data_error{name, "the training " + learned_from_ + " that the run began with, of checksum " + found,
                               "checksum " + run_.at(key)};
  file.load_all(training);
}

std::string checkpoint::last() const {
  const std::string& folder = saved_step_ >= 0 ? folder_ : resumed_;
  if (folder.empty()) return folder_.empty() ? "nothing was saved (--save DIR does that)" : "nothing was saved yet";
  return (saved_step_ >= 0 ? "saved after step " + std::to_string(saved_step_) + ", " : "nothing was saved yet, ") +
         "to go on: samples/run " + run_.at("sample") + " --resume " + folder;
}

std::string initialise(const tensor_list& model, const std::string& name) {
  const hello_dl::safetensors_file file{name};
  const std::string_view last_layer = layer_of(model.back().name);
  tensor_list taken, left;
  for (const hello_dl::tensor_view& tensor : model) {
    const auto* const found = file.find(tensor.name);
    const bool other = found && found->type_and_shape() != hello_dl::type_and_shape(tensor);
    (other && layer_of(tensor.name) == last_layer ? left : taken).push_back(tensor);
  }
  file.load(taken);
  std::string line = "took " + std::to_string(taken.size()) + " of " + std::to_string(model.size()) + " tensors from " + name;
  for (const hello_dl::tensor_view& tensor : left)
    line += "\n" + tensor.name + " begins at random: expected " + hello_dl::type_and_shape(tensor) + ", found " +
            file.find(tensor.name)->type_and_shape();
  return line;
}

}  // namespace samples
