#include "run_main.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <filesystem>
#include <iostream>
#include <new>

#include "checkpoint.hpp"
#include "interrupt.hpp"

namespace samples {

void make_folder(const std::string& option, const std::string& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (!error && access(folder.c_str(), W_OK | X_OK) != 0)
    error.assign(errno, std::generic_category());
  if (error) throw std::runtime_error{"cannot write to --" + option + ' ' + folder + ": " + error.message()};
}

namespace {

void run_to_the_end(int argc, const char* const* argv, const sample_description& sample,
                    void (*run)(const train_options&)) {
  train_options options = parse(argc, argv, sample);
  if (!options.resume.empty()) options = resumed(options, sample);
  options.run = describe_run(options, sample);
  if (std::ranges::find(sample.options, "out") != sample.options.end()) make_folder("out", options.out);
  run(options);
  if (!std::cout.flush()) throw std::runtime_error{"cannot write to standard output"};
}

}  // namespace

int run_main(int argc, const char* const* argv, const sample_description& sample,
             void (*run)(const train_options&)) {
  // "| head" ends the program quietly, even if whoever started it ignores broken pipes.
  std::signal(SIGPIPE, SIG_DFL);
  try {
    run_to_the_end(argc, argv, sample, run);
    return interrupted() ? 128 + interrupt_signal() : 0;
  } catch (const help_request& help) {
    std::cout << help.what() << std::flush;
    return 0;
  } catch (const usage_error& error) {
    std::cerr << sample.name << ": " << error.what() << " (--help tells the options)\n";
    return 2;
  } catch (const std::bad_alloc&) {
    std::cerr << sample.name << ": there is not enough memory\n";
    return 1;
  } catch (const std::exception& error) {
    std::cerr << sample.name << ": " << error.what() << '\n';
    return 1;
  }
}

}  // namespace samples
