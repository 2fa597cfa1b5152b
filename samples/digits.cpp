// digits: trains a network of linear layers (an MLP) on handwritten digits and shows what it learned
#include "digits/network.hpp"

#include "common/open_data.hpp"
#include "common/run_main.hpp"

namespace samples {
namespace {

const sample_description description{
    .name = "digits",
    .purpose = "Trains a network of three linear layers with ReLU between them on handwritten\n"
               "digits, tests it on images it has never seen, beside a single linear layer, and\n"
               "shows what it takes for what.",
    .splits = {"digits", "mnist"},
    .defaults = {.epochs = 8, .batch = 64, .learning_rate = 1e-3}};

void run(const train_options& wanted) {
  train_options options = wanted;
  dl::split data = open_data(options);
  if (options.quick) shorten(data, options);
  learn<digits_network, 10>(data, options, "digits");
}

}  // namespace
}  // namespace samples

int main(int argc, char** argv) {
  return samples::run_main(argc, argv, samples::description, samples::run);
}
