#include "options.hpp"

#include <hello_dl/data/folder.hpp>

#include <algorithm>
#include <boost/program_options.hpp>
#include <sstream>

#include "option_values.hpp"
#include "processors.hpp"

namespace po = boost::program_options;

namespace samples {
namespace {

constexpr int max_threads = 1024;

/// 0.001 and not 0.001000
std::string shortest(double number) {
  std::ostringstream text;
  text << number;
  return text.str();
}

struct option {
  std::string name;
  std::string argument;  ///< as --help calls it; empty for a switch
  std::string help;
};

std::vector<option> all_options(const sample_description& sample) {
  const train_options& d = sample.defaults;
  const auto otherwise = [](const auto& value) { return " (default " + value + ")"; };
  const auto choices = [&](const std::vector<std::string>& names) {
    return joined(names) + (names.size() > 1 ? otherwise(names[0]) : "");
  };
  return {
      {"data", "DIR", "folder of the data set (default $HELLO_DL_DATA, else what "
                      "fetch-emnist downloaded, else a set made here)"},
      {"split", "NAME", "part of the data set: " + choices(sample.splits)},
      {"images", "FILE", "training images in the IDX format, instead of --data and --split; "
                         "with it go --labels, --test-images and --test-labels"},
      {"labels", "FILE", "the labels of --images"},
      {"test-images", "FILE", "images to test with"},
      {"test-labels", "FILE", "the labels of --test-images"},
      {"mapping", "FILE", "names of the classes: lines of a label and a character code "
                          "(without it, labels count from 0)"},
      {"transposed", "", "rows and columns of the images are swapped, as in EMNIST"},
      {"letter", "X", "only images of this class, such as a or 7 (default all)"},
      {"from", "X", "class of an image to turn into another" + otherwise(d.from)},
      {"to", "X", "class to turn it into" + otherwise(d.to)},
      {"model", "NAME", "whose network: " + choices(sample.models)},
      {"of", "PART", "what of it: " + choices(sample.parts)},
      {"as", "FORM", "how: " + choices(sample.forms)},
      {"text", "FILE", "what to learn from" + otherwise(d.text)},
      {"prompt", "TEXT", "what the network writes begins so" + otherwise("'" + d.prompt + "'")},
      {"temperature", "X", "how freely it chooses what comes next: below 1 it keeps to what "
                           "is likely, above it dares more" + otherwise(shortest(d.temperature))},
      {"epochs", "N", "passes over what it trains with" + otherwise(std::to_string(d.epochs))},
      {"batch", "N", "examples per step" + otherwise(std::to_string(d.batch))},
      {"lr", "X", "largest learning rate" + otherwise(shortest(d.learning_rate))},
      {"augment", "X", "how much images are changed at random while training: rotated, "
                       "scaled, sheared, shifted, deformed" + otherwise(shortest(d.augment))},
      {"seed", "N", "of everything random" + otherwise(std::to_string(d.seed))},
      {"threads", "N", "how many threads compute (default one per processor)"},
      {"save", "DIR", "keeps the network and the training there, after each epoch and "
                      "when interrupted"},
      {"resume", "DIR", "goes on with the training that --save kept there, to the same "
                        "end, bit for bit, as if it had not been interrupted"},
      {"init", "FILE", "begins with the weights of a model.safetensors; only the last "
                       "layer may be another one"},
      {"train", "", "trains the network first, and keeps it as model.safetensors in --out"},
      {"log", "FILE", "does not train, but shows the numbers of an earlier training: a "
                      "learning.csv, or what --sqlite kept"},
      {"sqlite", "FILE", "adds the numbers of this training to a SQLite data base"},
      {"check", "", "looks at every number of every step, and stops where one is "
                    "not finite; slow"},
      {"quick", "", "a first look, within 20 seconds"},
      {"out", "DIR", "where the results are written" + otherwise("'" + d.out + "'")},
  };
}

po::options_description options_of(const sample_description& sample) {
  po::options_description description{"options", 80, 60};
  for (const option& known : all_options(sample)) {
    if (std::ranges::find(sample.options, known.name) == sample.options.end()) continue;
    auto add = description.add_options();
    if (known.argument.empty()) add(known.name.c_str(), known.help.c_str());
    else
      add(known.name.c_str(), po::value<std::string>()->value_name(known.argument),
          known.help.c_str());
  }
  description.add_options()("help,h", "this text");
  return description;
}

/// Under this name Boost keeps what has no name.
constexpr auto argument = "argument";

/// Option names and their values as they stand on the command line.
po::variables_map read(int argc, const char* const* argv, const sample_description& sample) {
  using namespace po::command_line_style;
  po::options_description options = options_of(sample);
  if (!sample.argument.empty()) options.add_options()(argument, po::value<std::vector<std::string>>());
  const auto unnamed = po::positional_options_description{}.add(argument, -1);
  po::command_line_parser parser{argc, argv};
  parser.options(options).style(unix_style & ~allow_guessing);
  if (!sample.argument.empty()) parser.positional(unnamed);
  const auto parsed = parser.run();
  for (const auto& item : parsed.options)
    if (item.position_key >= 0 && sample.argument.empty())
      throw usage_error{"expected an option, found '" + item.value[0] + "'"};
  po::variables_map values;
  po::store(parsed, values);
  return values;
}

/// The files of a data set of the user's own: all four or none, and then no folder.
void read_files(const po::variables_map& values, hello_dl::idx_files& files) {
  const std::pair<const char*, std::string*> wanted[] = {{"images", &files.images}, {"labels", &files.labels},
                                                         {"test-images", &files.test_images}, {"test-labels", &files.test_labels}};
  std::string missing;
  for (const auto& [name, file] : wanted)
    if (values.count(name)) *file = values[name].as<std::string>();
    else missing = name;
  const auto given = std::ranges::count_if(wanted, [&](const auto& option) { return values.count(option.first) > 0; });
  if (values.count("mapping")) files.mapping = values["mapping"].as<std::string>();
  files.transposed = values.count("transposed") > 0;
  if (given == 0 && (values.count("mapping") || files.transposed)) throw usage_error{"--mapping and --transposed go with --images"};
  if (given > 0 && given < 4)
    throw usage_error{"--images, --labels, --test-images and --test-labels go together, found no --" + missing};
  if (given > 0 && (values.count("data") || values.count("split"))) throw usage_error{"--images goes without --data and --split"};
}

// What reads the value of an option.
auto choice(const char* name, const std::vector<std::string>& choices) {
  return [=](const std::string& text) { return one_of(name, choices, text); };
}
auto whole(const char* name, int max) {
  return [=](const std::string& text) { return whole_number(name, text, max); };
}
auto real(const char* name, const real_range& range) {
  return [=](const std::string& text) { return real_number(name, text, range); };
}

/// What a resumed run takes from the one that it goes on with.
void require_no_options_of_the_run(const po::variables_map& values) {
  for (const char* const name : {"split", "images", "text", "epochs", "batch", "lr", "augment", "seed", "init", "quick"})
    if (values.count(name)) throw usage_error{"--resume goes without --" + std::string{name} + ": the run goes on as it was begun"};
}

train_options options_from(const po::variables_map& values, const sample_description& sample) {
  train_options options = sample.defaults;
  const auto set = [&](const char* name, auto& member, auto convert) {
    if (values.count(name)) member = convert(values[name].as<std::string>());
  };
  set("data", options.data, [](const auto& text) { return folder("data", text); });
  set("split", options.split, choice("split", sample.splits));
  set("letter", options.letter, [](const auto& text) { return text; });
  set("from", options.from, [](const auto& text) { return text; });
  set("to", options.to, [](const auto& text) { return text; });
  set("model", options.model, choice("model", sample.models));
  set("of", options.part, choice("of", sample.parts));
  set("as", options.form, choice("as", sample.forms));
  set("epochs", options.epochs, whole("epochs", 100'000));
  set("batch", options.batch, whole("batch", 65'536));
  set("lr", options.learning_rate, real("lr", {1e-9, 1000, "1e-9 to 1000"}));
  set("augment", options.augment, real("augment", {0, 5, "0 to 5"}));
  set("seed", options.seed, any_seed);
  set("threads", options.threads, whole("threads", max_threads));
  set("out", options.out, [](const auto& text) { return folder("out", text); });
  set("save", options.save, [](const auto& text) { return folder("save", text); });
  set("resume", options.resume, [](const auto& text) { return folder("resume", text); });
  set("init", options.init, [](const auto& text) { return text; });
  set("log", options.log, [](const auto& text) { return text; });
  set("sqlite", options.sqlite, [](const auto& text) { return text; });
  set("text", options.text, [](const auto& text) { return text; });
  set("prompt", options.prompt, [](const auto& text) { return text; });
  set("temperature", options.temperature, real("temperature", {0, 10, "0 to 10"}));
  if (values.count(argument)) options.arguments = values[argument].as<std::vector<std::string>>();
  if (!options.resume.empty()) require_no_options_of_the_run(values);
  options.check = values.count("check") > 0;
  options.train = values.count("train") > 0;
  options.quick = values.count("quick") > 0;
  read_files(values, options.files);
  return options;
}

/// The defaults that depend on the machine and the environment.
sample_description with_defaults(sample_description sample) {
  train_options& defaults = sample.defaults;
  if (defaults.threads == 0) defaults.threads = std::min(processors_at_hand(), max_threads);
  const auto first = [](const std::vector<std::string>& choices) { return choices.empty() ? "" : choices[0]; };
  defaults.split = first(sample.splits);
  defaults.model = first(sample.models);
  defaults.part = first(sample.parts);
  defaults.form = first(sample.forms);
  defaults.data = hello_dl::default_data_folder();
  return sample;
}

}  // namespace

std::string help_text(const sample_description& sample) {
  std::ostringstream text;
  text << "usage: samples/run " << sample.name << " [options]" << (sample.argument.empty() ? "" : " [" + sample.argument + "...]") << "\n\n"
       << sample.purpose << "\n\n"
       << options_of(sample);
  return text.str();
}

train_options parse(int argc, const char* const* argv, const sample_description& sample) {
  try {
    const po::variables_map values = read(argc, argv, sample);
    if (values.count("help")) throw help_request{help_text(sample)};
    return options_from(values, with_defaults(sample));
  } catch (const po::error& error) {
    throw usage_error{error.what()};
  }
}

}  // namespace samples
