// digits: trains a network of linear layers (an MLP) on handwritten digits and shows what it learned
#include "common/learn.hpp"
#include "common/open_data.hpp"
#include "common/run_main.hpp"

namespace samples {
namespace {

//[network
/// Every pixel is weighed for each of 256 hidden values, those for 128 more, those for the ten
/// digits. Without relu in between, three matrices would be no more than one.
struct digits_network {
  dl::nn::linear<784, 256> hidden1;
  dl::nn::linear<256, 128> hidden2;
  dl::nn::linear<128, 10> out;

  constexpr auto operator()(const auto& images) const {
    return out(relu(hidden2(relu(hidden1(flatten(images))))));
  }
};
//]

const sample_description description{
    .name = "digits",
    .purpose = "Trains a network of three linear layers with ReLU between them on handwritten digits,\n"
               "tests it on images it has never seen, beside a single linear layer, and shows what it\n"
               "takes for what.",
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
