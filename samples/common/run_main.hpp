#pragma once
#include "options.hpp"

namespace samples {

/// Makes the folder of an option, and finds out before the hours of training that their results could not be written there:
/// then throws std::runtime_error.
void make_folder(const std::string& option, const std::string& folder);

/// The main function of a sample: reads the command line, makes the folder of --out and calls
/// `run`.
///
/// Whatever `run` throws becomes one line on standard error, "letters: <sentence>". Returns the
/// exit status: 0 if all went well or --help was asked for, 1 after an exception, 2 for a wrong
/// command line, 128 + signal after a run that interrupted() cut short.
int run_main(int argc, const char* const* argv, const sample_description& sample,
             void (*run)(const train_options&));

}  // namespace samples
