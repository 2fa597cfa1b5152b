#pragma once
#include <hello_dl/data/dataset.hpp>

#include <span>
#include <string>

#include "answer.hpp"
#include "options.hpp"

namespace samples {

/// Draws sixteen of the images in the terminal with what was guessed and what is true, and writes
/// the wrong guesses that the network was most sure of to NAME-mistakes.png in the folder of --out.
void show(const hello_dl::dataset& data, std::span<const answer> answers, const train_options& options,
          const std::string& name);

}  // namespace samples
