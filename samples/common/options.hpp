#pragma once
/// The command line that the samples share.

#include <hello_dl/data/dataset.hpp>

#include <cstdint>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace samples {

struct train_options {
  std::string data = {};        ///< folder: --data, else hello_dl::default_data_folder()
  std::string split = {};       ///< one of sample_description::splits
  hello_dl::idx_files files = {};  ///< instead of a folder, unless `images` is empty
  std::string letter = {};      ///< the only class to show; empty for all
  std::string from = {}, to = {};  ///< classes: one that becomes another
  std::string model = {};       ///< one of sample_description::models
  std::string part = {};        ///< --of, one of sample_description::parts
  std::string form = {};        ///< --as, one of sample_description::forms
  int epochs = 10;              ///< at least 1
  int batch = 64;               ///< examples per step, at least 1
  std::uint64_t seed = 1;       ///< of the initial weights and the order of the images
  int threads = 0;              ///< after parse() at least 1; as a default, 0 is one per processor
  double learning_rate = 1e-3;  ///< the largest, from 1e-9 to 1000
  double augment = 0;           ///< factor of hello_dl::handwriting_augmentation, from 0 to 5
  std::string save = {};        ///< folder that keeps the training after each epoch, unless empty
  std::string resume = {};      ///< folder of a training to go on with, unless empty
  std::string text = {};        ///< file to learn from
  std::string prompt = {};      ///< how what the network writes begins
  double temperature = 1;       ///< what the logits are divided by before a letter is drawn, from 0 to 10; 0: the likeliest
  std::string sqlite = {};      ///< data base that the numbers of the training go to, too, unless empty
  std::vector<std::string> arguments = {};  ///< what stands without an option before it: see sample_description::argument
  std::string log = {};         ///< file with the numbers of an earlier training, unless empty
  std::string init = {};        ///< file with the weights to begin with, unless empty
  bool train = false;           ///< train the network that the sample could have used as it is
  bool check = false;           ///< look at every number of every step
  bool quick = false;           ///< a first look: the whole run within 20 seconds
  std::map<std::string, std::string> run = {};  ///< what a checkpoint says of the run: see describe_run()
  std::string out = ".";        ///< folder for the files that the sample writes
};

/// What a sample tells about itself.
struct sample_description {
  std::string name = {};                 ///< "letters"
  std::string argument = {};             ///< what may stand there any number of times without an option, for --help: "PICTURE"
  std::string purpose = {};              ///< for --help: a paragraph in lines of at most 80 columns
  std::vector<std::string> splits = {};  ///< what it can learn, the default first
  std::vector<std::string> models = {};  ///< whose program it can show, the default first
  std::vector<std::string> parts = {};   ///< what of it
  std::vector<std::string> forms = {};   ///< and how
  train_options defaults = {};
  /// Which of the options the sample has.
  std::vector<std::string> options = {"data", "split",   "epochs", "batch", "lr",
                                      "augment", "seed", "threads", "quick",  "out",
                                      "save", "resume",  "init", "check"};
};

/// A command line that cannot be followed; what() is one sentence.
struct usage_error : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// --help was asked for; what() is the text to show.
struct help_request : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Reads a command line. Throws usage_error if it is wrong and help_request for --help.
train_options parse(int argc, const char* const* argv, const sample_description& sample);

/// The text of --help.
std::string help_text(const sample_description& sample);

}  // namespace samples
