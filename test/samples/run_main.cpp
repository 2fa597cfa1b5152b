#include <common/interrupt.hpp>
#include <common/run_main.hpp>
#include <data/files.hpp>
#include <samples/child.hpp>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <new>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

using namespace samples;

namespace {

struct outcome {
  int status;
  std::string output, errors;
};

/// Runs a sample with standard output and standard error caught.
outcome run(void (*sample)(const train_options&), std::vector<const char*> arguments) {
  arguments.insert(arguments.begin(), "letters");
  std::ostringstream output, errors;
  auto* const old_output = std::cout.rdbuf(output.rdbuf());
  auto* const old_errors = std::cerr.rdbuf(errors.rdbuf());
  const int status = run_main(static_cast<int>(arguments.size()), arguments.data(),
                              {.name = "letters",
                               .splits = {"letters"},
                               .defaults = {.out = std::filesystem::temp_directory_path()}},
                              sample);
  std::cout.rdbuf(old_output);
  std::cerr.rdbuf(old_errors);
  return {status, output.str(), errors.str()};
}

void greet(const train_options& options) { std::cout << options.epochs << " epochs\n"; }

}  // namespace

BOOST_AUTO_TEST_CASE(the_sample_gets_its_options) {
  const outcome result = run(greet, {"--epochs", "3"});
  BOOST_TEST(result.status == 0);
  BOOST_TEST(result.output == "3 epochs\n");
  BOOST_TEST(result.errors == "");
}

BOOST_AUTO_TEST_CASE(a_wrong_command_line_is_a_sentence_and_status_2) {
  const outcome result = run(greet, {"--epochs", "-1"});
  BOOST_TEST(result.status == 2);
  BOOST_TEST(result.output == "");
  BOOST_TEST(result.errors ==
             "letters: --epochs: expected a whole number from 1 to 100000, found '-1'"
             " (--help tells the options)\n");
}

BOOST_AUTO_TEST_CASE(help_goes_to_standard_output) {
  const outcome result = run(greet, {"--help"});
  BOOST_TEST(result.status == 0);
  BOOST_TEST(test::contains(result.output, "usage: samples/run letters"));
  BOOST_TEST(result.errors == "");
}

BOOST_AUTO_TEST_CASE(exceptions_are_a_sentence_and_status_1) {
  const outcome failed = run([](const train_options&) { throw std::runtime_error{"no data"}; }, {});
  BOOST_TEST(failed.status == 1);
  BOOST_TEST(failed.errors == "letters: no data\n");
  const outcome starved = run([](const train_options&) { throw std::bad_alloc{}; }, {});
  BOOST_TEST(starved.status == 1);
  BOOST_TEST(starved.errors == "letters: there is not enough memory\n");
}

BOOST_AUTO_TEST_CASE(the_folder_for_results_is_made_before_the_sample_runs) {
  const test::temporary_folder folder;
  const std::string out = folder / "a/b";
  const outcome result =
      run([](const train_options& options) { std::ofstream{options.out + "/result"} << "here"; },
          {"--out", out.c_str()});
  BOOST_TEST(result.status == 0);
  BOOST_TEST(std::filesystem::exists(out + "/result"));
}

BOOST_AUTO_TEST_CASE(a_folder_that_cannot_be_made_stops_the_sample_before_it_runs) {
  const test::temporary_folder folder;
  const std::string out = test::write(folder / "file", {}) + "/below";
  const outcome result = run(greet, {"--out", out.c_str()});
  BOOST_TEST(result.status == 1);
  BOOST_TEST(result.output == "");
  BOOST_TEST(result.errors == "letters: cannot write to --out " + out + ": Not a directory\n");
}

BOOST_AUTO_TEST_CASE(standard_output_that_takes_nothing_is_an_error) {
  const outcome result =
      run([](const train_options&) { std::cout.setstate(std::ios::badbit); }, {});
  std::cout.clear();
  BOOST_TEST(result.status == 1);
  BOOST_TEST(result.errors == "letters: cannot write to standard output\n");
}

BOOST_AUTO_TEST_CASE(an_interrupted_sample_tells_the_signal) {
  BOOST_TEST(test::exit_of([] {
               return run(
                          [](const train_options&) {
                            const interrupt_guard guard;
                            raise(SIGINT);
                          },
                          {})
                   .status;
             }) == 128 + SIGINT);
}

BOOST_AUTO_TEST_CASE(a_broken_pipe_ends_the_sample_quietly_even_if_it_was_ignored) {
  BOOST_TEST(test::killer_of([] {
               std::signal(SIGPIPE, SIG_IGN);
               run([](const train_options&) { raise(SIGPIPE); }, {});
               return 0;
             }) == SIGPIPE);
}
