#include <hello_dl/data/error.hpp>
#include <hello_dl/data/folder.hpp>

#include <algorithm>
#include <filesystem>

#include "checkpoint.hpp"
#include "numbers.hpp"

namespace samples {
namespace {

/// From wherever the run is resumed. What is empty stays so.
std::string absolute(const std::string& path) { return path.empty() ? path : std::filesystem::absolute(path).string(); }

/// An option of the run as the command line has it.
struct kept_option {
  const char* name;
  std::string (*value)(const train_options&);  ///< empty: the option was not there
};
const kept_option kept[] = {
    {"split", [](const train_options& o) { return o.files.images.empty() ? o.split : ""; }},
    {"images", [](const train_options& o) { return absolute(o.files.images); }},
    {"labels", [](const train_options& o) { return absolute(o.files.labels); }},
    {"test-images", [](const train_options& o) { return absolute(o.files.test_images); }},
    {"test-labels", [](const train_options& o) { return absolute(o.files.test_labels); }},
    {"mapping", [](const train_options& o) { return absolute(o.files.mapping); }},
    {"transposed", [](const train_options& o) { return std::string{o.files.transposed ? "yes" : ""}; }},
    {"text", [](const train_options& o) { return absolute(o.text); }},
    {"epochs", [](const train_options& o) { return std::to_string(o.epochs); }},
    {"batch", [](const train_options& o) { return std::to_string(o.batch); }},
    {"lr", [](const train_options& o) { return exact(o.learning_rate); }},
    {"augment", [](const train_options& o) { return exact(o.augment); }},
    {"seed", [](const train_options& o) { return std::to_string(o.seed); }},
    {"quick", [](const train_options& o) { return std::string{o.quick ? "yes" : ""}; }},
};

/// The command line that began the run.
std::vector<std::string> command_line(const hello_dl::file_metadata& run) {
  std::vector<std::string> line{run.at("sample")};
  for (const kept_option& option : kept) {
    const auto value = run.find(option.name);
    if (value == run.end()) continue;
    line.push_back(std::string{"--"} + option.name);
    if (value->second != "yes") line.push_back(value->second);
  }
  return line;
}

}  // namespace

hello_dl::file_metadata describe_run(const train_options& options, const sample_description& sample) {
  hello_dl::file_metadata run{{"sample", sample.name}, {"data", absolute(options.data)}};
  for (const kept_option& option : kept) {
    const bool has_option = std::ranges::find(sample.options, option.name) != sample.options.end();
    if (const std::string value = option.value(options); has_option && !value.empty()) run[option.name] = value;
  }
  return run;
}

train_options resumed(const train_options& options, const sample_description& sample) {
  const std::string file = (std::filesystem::path{options.resume} / "training.safetensors").string();
  const hello_dl::file_metadata run = hello_dl::safetensors_file{file}.metadata();
  if (!run.contains("sample") || run.at("sample") != sample.name || !run.contains("data"))
    throw hello_dl::data_error{file, "a run of " + sample.name,
                               run.contains("sample") ? "one of " + hello_dl::detail::in_quotes(run.at("sample")) : "none of a sample's"};
  const std::vector<std::string> line = command_line(run);
  std::vector<const char*> arguments;
  for (const std::string& word : line) arguments.push_back(word.c_str());
  try {
    train_options begun = parse(static_cast<int>(arguments.size()), arguments.data(), sample);
    begun.data = options.data == hello_dl::default_data_folder() ? run.at("data") : options.data;
    begun.threads = options.threads;
    begun.check = options.check;
    begun.out = options.out;
    begun.from = options.from;
    begun.to = options.to;
    begun.prompt = options.prompt;
    begun.temperature = options.temperature;
    begun.resume = options.resume;
    begun.save = options.save.empty() ? options.resume : options.save;
    return begun;
  } catch (const usage_error& error) {
    throw hello_dl::data_error{file, "the options of a run", error.what()};
  }
}

}  // namespace samples
