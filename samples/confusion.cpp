// confusion: trains a small network on letters and draws which it takes for which
#include <filesystem>

#include "common/confusion_picture.hpp"
#include "common/contact_sheet.hpp"
#include "common/learn.hpp"
#include "common/open_data.hpp"
#include "common/png.hpp"
#include "common/run_main.hpp"
#include "common/small_network.hpp"

namespace samples {
namespace {

constexpr std::size_t pairs = 6, images_per_pair = 6;

/// Images of the most frequent mistakes, one kind of mistake after another.
std::vector<picture> frequent_mistakes(const dl::dataset& data, std::span<const answer> answers, const confusion_matrix& confusion) {
  std::vector<picture> pictures;
  for (const auto& mistake : confusion.worst_mistakes(pairs)) {
    std::size_t missing = std::min(images_per_pair, mistake.count);
    for (std::size_t i = 0; missing > 0; ++i) {
      if (data.labels[i] != mistake.truth || answers[i].guess != mistake.guess) continue;
      pictures.push_back(judge(data, answers, i));
      --missing;
    }
  }
  return pictures;
}

image one_below_the_other(const image& upper, const image& lower) {
  image both{std::max(upper.width, lower.width), upper.height + lower.height, upper.at(0, 0)};
  for (int y = 0; y < both.height; ++y) {
    const image& part = y < upper.height ? upper : lower;
    for (int x = 0; x < part.width; ++x) both.at(x, y) = part.at(x, y < upper.height ? y : y - upper.height);
  }
  return both;
}

void run(const train_options& wanted) {
  const interrupt_guard guard;
  train_options options = wanted;
  dl::split data = open_data(options);
  if (options.quick) shorten(data, options);
  classifier<small_network> network{options, normalization_of(data.train)};
  begin_and_train(network, data.train, options);

  const dl::image_numbers numbers = dl::in_order(data.test.size());
  const std::vector<answer> answers = network.ask(data.test, numbers);
  const confusion_matrix confusion = compare(data.test, numbers, answers);
  std::cout << accuracy_line(confusion) << "\n\n" << mistakes_table(confusion, data.test.class_names, pairs) << '\n';

  image drawn = confusion_picture(confusion, data.test.class_names);
  if (const auto mistakes = frequent_mistakes(data.test, answers, confusion); !mistakes.empty())
    drawn = one_below_the_other(drawn, contact_sheet(mistakes, images_per_pair));
  const std::string file = (std::filesystem::path{options.out} / "confusion.png").string();
  write_png(file, drawn);
  std::cout << "what it takes for what: " << file << '\n';
}

const sample_description description{
    .name = "confusion",
    .purpose = "Trains a network with one hidden layer on handwritten letters, and draws how\n"
               "often it takes which for which, with images of the most frequent mistakes: a PNG\n"
               "picture.",
    .splits = {"letters"},
    .defaults = {.epochs = 5}};

}  // namespace
}  // namespace samples

int main(int argc, char** argv) {
  return samples::run_main(argc, argv, samples::description, samples::run);
}
