#include <common/options.hpp>
#include <samples/columns.hpp>

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <string>
#include <vector>

using namespace samples;

namespace {

struct without_data_in_environment {
  without_data_in_environment() {
    unsetenv("HELLO_DL_DATA");
    setenv("XDG_CACHE_HOME", "/nowhere", 1);
  }
};

sample_description letters() {
  return {.name = "letters",
          .purpose = "Learns to read.",
          .splits = {"letters", "balanced"},
          .defaults = {.epochs = 12, .learning_rate = 0.002}};
}

train_options parsed(std::vector<const char*> arguments,
                     const sample_description& sample = letters()) {
  arguments.insert(arguments.begin(), "letters");
  return parse(static_cast<int>(arguments.size()), arguments.data(), sample);
}

/// The sentence with which a command line is refused; empty if it is not.
std::string refusal(std::vector<const char*> arguments,
                    const sample_description& sample = letters()) {
  try {
    parsed(std::move(arguments), sample);
    return {};
  } catch (const usage_error& error) {
    return error.what();
  }
}

}  // namespace

BOOST_TEST_GLOBAL_FIXTURE(without_data_in_environment);

BOOST_AUTO_TEST_CASE(without_arguments_the_samples_defaults_hold) {
  const train_options options = parsed({});
  BOOST_TEST(options.data == "");
  BOOST_TEST(options.split == "letters");
  BOOST_TEST(options.epochs == 12);
  BOOST_TEST(options.batch == 64);
  BOOST_TEST(options.seed == 1u);
  BOOST_TEST(options.threads >= 1);
  BOOST_TEST(options.learning_rate == 0.002);
  BOOST_TEST(options.augment == 0);
  BOOST_TEST(!options.quick);
  BOOST_TEST(options.out == ".");
}

BOOST_AUTO_TEST_CASE(every_option_is_read) {
  const train_options options = parsed(
      {"--data", "/emnist", "--split=balanced", "--epochs", "3", "--batch", "128", "--seed",
       "18446744073709551615", "--threads", "7", "--lr", "3e-4", "--augment", "0.5", "--quick", "--out", "there"});
  BOOST_TEST(options.data == "/emnist");
  BOOST_TEST(options.split == "balanced");
  BOOST_TEST(options.epochs == 3);
  BOOST_TEST(options.batch == 128);
  BOOST_TEST(options.seed == 18446744073709551615u);
  BOOST_TEST(options.threads == 7);
  BOOST_TEST(options.learning_rate == 3e-4);
  BOOST_TEST(options.augment == 0.5);
  BOOST_TEST(options.quick);
  BOOST_TEST(options.out == "there");
}

BOOST_AUTO_TEST_CASE(one_class_becomes_another) {
  sample_description turning = letters();
  turning.defaults.from = "a";
  turning.defaults.to = "g";
  turning.options = {"from", "to"};
  BOOST_TEST(parsed({}, turning).from == "a");
  BOOST_TEST(parsed({}, turning).to == "g");
  BOOST_TEST(parsed({"--from", "c"}, turning).from == "c");
  BOOST_TEST(parsed({"--to", "e"}, turning).to == "e");
}

BOOST_AUTO_TEST_CASE(the_environment_names_the_data_unless_the_command_line_does) {
  setenv("HELLO_DL_DATA", "/from/environment", 1);
  BOOST_TEST(parsed({}).data == "/from/environment");
  BOOST_TEST(parsed({"--data", "/emnist"}).data == "/emnist");
  unsetenv("HELLO_DL_DATA");
}

BOOST_AUTO_TEST_CASE(values_out_of_range_are_refused_in_one_sentence) {
  const std::string epochs = "--epochs: expected a whole number from 1 to 100000, found ";
  for (const char* value : {"-3", "0", "twelve", "1.5", "12x", "100001", "99999999999999999999"})
    BOOST_TEST(refusal({"--epochs", value}) == epochs + "'" + value + "'");
  const std::string lr = "--lr: expected a number from 1e-9 to 1000, found ";
  for (const char* value : {"nan", "-1", "0", "inf", "1e-400", "1e400", "fast"})
    BOOST_TEST(refusal({"--lr", value}) == lr + "'" + value + "'");
  BOOST_TEST(refusal({"--augment", "5.1"}) == "--augment: expected a number from 0 to 5, found '5.1'");
  for (const char* value : {"0", "-1", "100000"})
    BOOST_TEST(refusal({"--threads", value}) ==
               std::string{"--threads: expected a whole number from 1 to 1024, found '"} + value +
                   "'");
  BOOST_TEST(refusal({"--batch", "0"}) ==
             "--batch: expected a whole number from 1 to 65536, found '0'");
  BOOST_TEST(refusal({"--seed", "-1"}) ==
             "--seed: expected a whole number from 0 to 2^64 - 1, found '-1'");
  BOOST_TEST(refusal({"--split", "digits"}) ==
             "--split: expected one of letters, balanced, found 'digits'");
  BOOST_TEST(refusal({"--data", ""}) == "--data: expected a folder, found ''");
}

BOOST_AUTO_TEST_CASE(files_of_ones_own_go_together) {
  sample_description own = letters();
  own.options = {"data", "split", "images", "labels", "test-images", "test-labels", "mapping", "transposed"};
  const train_options options = parsed({"--images", "a", "--labels", "b", "--test-images", "c", "--test-labels", "d", "--mapping", "e",
                                        "--transposed"}, own);
  BOOST_TEST(options.files.images == "a");
  BOOST_TEST(options.files.labels == "b");
  BOOST_TEST(options.files.test_images == "c");
  BOOST_TEST(options.files.test_labels == "d");
  BOOST_TEST(options.files.mapping == "e");
  BOOST_TEST(options.files.transposed);
  BOOST_TEST(parsed({}, own).files.images == "");
  BOOST_TEST(refusal({"--images", "a", "--test-images", "c", "--test-labels", "d"}, own) ==
             "--images, --labels, --test-images and --test-labels go together, found no --labels");
  BOOST_TEST(refusal({"--mapping", "e"}, own) == "--mapping and --transposed go with --images");
  BOOST_TEST(refusal({"--images", "a", "--labels", "b", "--test-images", "c", "--test-labels", "d", "--data", "f"}, own) ==
             "--images goes without --data and --split");
  BOOST_TEST(test::width(help_text(own)) <= 80);
}

BOOST_AUTO_TEST_CASE(what_is_no_option_is_refused) {
  BOOST_TEST(refusal({"stray"}) == "expected an option, found 'stray'");
  BOOST_TEST(refusal({"--quick", "1"}) == "expected an option, found '1'");
  for (const auto& arguments : std::vector<std::vector<const char*>>{
           {"--epoch", "3"}, {"-epochs", "3"}, {"--epochs"}, {"--epochs="}, {"--quick=1"}})
    BOOST_TEST(!refusal(arguments).empty(), arguments[0] << " is accepted");
  BOOST_TEST(!refusal({"--epochs", "1", "--epochs", "2"}).empty());
}

BOOST_AUTO_TEST_CASE(of_several_choices_the_first_is_the_default) {
  sample_description graph = letters();
  graph.models = {"digits", "letters"};
  graph.parts = {"graph", "memory"};
  graph.forms = {"text", "svg"};
  graph.options = {"model", "of", "as"};
  const train_options first = parsed({}, graph), other = parsed({"--model", "letters", "--of", "memory", "--as", "svg"}, graph);
  BOOST_TEST(first.model + first.part + first.form == "digitsgraphtext");
  BOOST_TEST(other.model + other.part + other.form == "lettersmemorysvg");
  BOOST_TEST(refusal({"--of", "nothing"}, graph) == "--of: expected one of graph, memory, found 'nothing'");
}

BOOST_AUTO_TEST_CASE(a_sample_has_only_the_options_that_it_names) {
  sample_description poster = letters();
  poster.options = {"letter"};
  BOOST_TEST(parsed({}, poster).letter == "");
  BOOST_TEST(parsed({"--letter", "a"}, poster).letter == "a");
  sample_description derivative = letters();
  derivative.options = {"out"};
  BOOST_TEST(refusal({"--out", "."}, derivative) == "");
  BOOST_TEST(refusal({"--epochs", "3"}, derivative) == "unrecognised option '--epochs'");
  BOOST_TEST(help_text(derivative).find("--epochs") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(help_tells_every_option_and_its_default_in_80_columns) {
  BOOST_CHECK_THROW(parsed({"--help"}), help_request);
  const std::string text = help_text(letters());
  for (const char* words :
       {"usage: samples/run letters", "Learns to read.", "--data DIR", "--split NAME", "--epochs N",
        "default 12", "--batch N", "--lr X", "default 0.002", "--augment X",  "--seed N", "--threads N", "--quick",
        "--out DIR", "--help"})
    BOOST_TEST(text.find(words) != std::string::npos, words << " is missing in: " << text);
  BOOST_TEST(test::width(text) <= 80);
}

BOOST_AUTO_TEST_CASE(what_needs_no_option_is_kept_in_its_order) {
  sample_description reader = letters();
  reader.argument = "PICTURE";
  const train_options options = parsed({"one.png", "--seed", "3", "two.png"}, reader);
  BOOST_TEST(options.arguments == (std::vector<std::string>{"one.png", "two.png"}), boost::test_tools::per_element());
  BOOST_TEST(options.seed == 3u);
  BOOST_TEST(parsed({}, reader).arguments.empty());
  BOOST_TEST(help_text(reader).starts_with("usage: samples/run letters [options] [PICTURE...]\n"));
  BOOST_TEST(help_text(reader).find("--argument") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_a_network_writes_has_a_beginning_and_a_temperature) {
  sample_description writer = letters();
  writer.options = {"text", "prompt", "temperature"};
  const train_options options = parsed({"--text", "novel.txt", "--prompt", "It is", "--temperature", "0.5"}, writer);
  BOOST_TEST(options.text == "novel.txt");
  BOOST_TEST(options.prompt == "It is");
  BOOST_TEST(options.temperature == 0.5);
  BOOST_TEST(refusal({"--temperature", "-1"}, writer) == "--temperature: expected a number from 0 to 10, found '-1'");
  BOOST_TEST(test::width(help_text(writer)) <= 80);
}

BOOST_AUTO_TEST_CASE(a_resumed_run_goes_on_as_it_was_begun) {
  const train_options options = parsed({"--resume", "kept", "--threads", "3"});
  BOOST_TEST(options.resume == "kept");
  BOOST_TEST(options.threads == 3);
  BOOST_TEST(refusal({"--resume", "kept", "--epochs", "3"}) == "--resume goes without --epochs: the run goes on as it was begun");
  BOOST_TEST(refusal({"--init", "file", "--resume", "kept"}) == "--resume goes without --init: the run goes on as it was begun");
}
