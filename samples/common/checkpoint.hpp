#pragma once
/// What --save keeps of a training in its folder, and --resume and --init take from there:
/// model.safetensors, the network's tensors under the names that a PyTorch state_dict would have, and
/// training.safetensors, all that training goes on from, the same tensors among them, with the options of the run.

#include <hello_dl/data/safetensors.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "options.hpp"

namespace samples {

using tensor_list = std::vector<hello_dl::tensor_view>;

/// The options of a run as a file keeps them, by their names on the command line.
hello_dl::file_metadata describe_run(const train_options& options, const sample_description& sample);

/// The options of the run that options.resume is the folder of; threads, --out and --data are those given now. Throws
/// data_error if there is none, or it is not one of this sample.
train_options resumed(const train_options& options, const sample_description& sample);

/// Keeps a training in the folder options.save, if there is one.
class checkpoint {
 public:
  /// Of a training with these images, or with this text.
  checkpoint(const train_options& options, const hello_dl::dataset& data);
  checkpoint(const train_options& options, std::string_view text);

  /// Writes both files, unless a number is not finite: throws hello_dl::not_finite then. The training's comes first and has
  /// everything, so that a run that is killed between them goes on from it.
  void save(const tensor_list& model, const tensor_list& training, std::int64_t step);
  /// Calls train() on what load() fills. Says where to go on from if that is interrupted, or ends with not_finite (throws
  /// std::runtime_error then).
  void go_on(const tensor_list& training, const std::function<void()>& train) const;
  /// Fills the tensors with what the folder options.resume has, if there is one. Throws data_error if they are those of another
  /// network or another run.
  void load(const tensor_list& training) const;

  /// For the end of a sentence: where the last checkpoint is, and how to go on from there.
  std::string last() const;

 private:
  checkpoint(const train_options& options, const std::string& learned_from, const std::string& checksum);

  std::string folder_, resumed_;
  std::string learned_from_;  ///< as run_ calls its checksum
  hello_dl::file_metadata run_;
  std::int64_t saved_step_ = -1;
};

/// Fills the tensors of a model with those of the file, under the same names. Those of the last layer stay as they are if they
/// have other shapes there. Returns a line that says what was taken. Throws data_error if another tensor differs.
std::string initialise(const tensor_list& model, const std::string& file);

}  // namespace samples
