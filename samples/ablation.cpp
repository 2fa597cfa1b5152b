// ablation: trains letters without one of its tricks at a time and shows what each adds
#include "ablation/ablation.hpp"

#include <iomanip>
#include <iostream>

#include "common/open_data.hpp"
#include "common/run_main.hpp"

namespace samples {
namespace {

const sample_description description{
    .name = "ablation",
    .purpose = "Trains the network of letters again and again: with all that helps it, and\n"
               "without one thing at a time, each with three seeds. Prints the accuracy on the\n"
               "test images.",
    .splits = {"letters"},
    .defaults = {.epochs = 15, .batch = 64, .learning_rate = 3e-3, .augment = 1},
    .options = {"data", "epochs", "batch", "lr", "augment", "seed", "threads", "quick"}};

struct row {
  const char* name;
  experiment run;
};
constexpr row rows[] = {{"with all", with_all},
                        {"without augmentation", without_augmentation},
                        {"without batch normalisation", without_normalization},
                        {"without dropout", without_dropout},
                        {"without label smoothing", without_smoothing},
                        {"constant learning rate, 0.001", with_constant_rate},
                        {"with none of these", with_none}};
constexpr std::size_t seeds = 3;

void run(const train_options& wanted) {
  const interrupt_guard guard;
  train_options options = wanted;
  dl::split data = open_data(options);
  if (options.quick) {
    options.epochs = 1;
    data.train = some_images(data.train, 3'000);
    data.test = some_images(data.test, 1'000);
  }
  std::cout << "test accuracy with " << seeds << " seeds, and the mean\n" << std::fixed << std::setprecision(4);
  for (const row& experiment : rows) {
    std::cout << std::left << std::setw(30) << experiment.name << std::flush;
    double sum = 0;
    for (std::size_t i = 0; i < seeds; ++i) {
      options.seed = wanted.seed + i;
      const double accuracy = experiment.run(data, options);
      if (interrupted()) return;
      std::cout << "  " << accuracy << std::flush;
      sum += accuracy;
    }
    std::cout << "    " << sum / static_cast<double>(seeds) << std::endl;
  }
}

}  // namespace
}  // namespace samples

int main(int argc, char** argv) {
  return samples::run_main(argc, argv, samples::description, samples::run);
}
