#pragma once
#include <hello_dl/data/dataset.hpp>

#include <span>
#include <string>

#include "answer.hpp"
#include "options.hpp"
#include "picture.hpp"

namespace samples {

/// Image number i with what was guessed and what is true.
picture judge(const hello_dl::dataset& data, std::span<const answer> answers, std::size_t i);

/// Draws sixteen of the images in the terminal with what was guessed and what is true, and writes
/// the wrong guesses that the network was most sure of to NAME-mistakes.png in the folder of --out.
void show(const hello_dl::dataset& data, std::span<const answer> answers, const train_options& options,
          const std::string& name);

}  // namespace samples
