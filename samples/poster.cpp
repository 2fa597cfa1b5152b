// poster: a sheet with images of the data set, of all letters or of one
#include <hello_dl/data/batches.hpp>

#include <algorithm>
#include <filesystem>
#include <iostream>

#include "common/classes.hpp"
#include "common/contact_sheet.hpp"
#include "common/open_data.hpp"
#include "common/png.hpp"
#include "common/run_main.hpp"

namespace samples {
namespace {

namespace dl = hello_dl;

constexpr std::size_t on_the_sheet = 56;
constexpr int per_row = 8;

/// The names of the classes to show: the one that was asked for, or all.
std::vector<std::string> wanted_classes(const dl::dataset& data, const std::string& letter) {
  if (letter.empty()) return data.class_names;
  return {data.class_names[static_cast<std::size_t>(class_named(data, letter, "letter"))]};
}

/// Images drawn by lot, as many of each class, one class after another.
std::vector<picture> choose(const dl::dataset& data, const std::vector<std::string>& classes, std::uint64_t seed) {
  const std::size_t per_class = std::max<std::size_t>(1, on_the_sheet / classes.size());
  const dl::image_numbers lot = dl::shuffled(dl::in_order(data.size()), seed, 0);
  std::vector<picture> chosen;
  for (const std::string& name : classes) {
    std::size_t missing = per_class;
    for (auto i = lot.begin(); i != lot.end() && missing > 0; ++i) {
      if (data.class_names[static_cast<std::size_t>(data.labels[*i])] != name) continue;
      chosen.push_back({data.image(*i), name});
      --missing;
    }
  }
  return chosen;
}

void run(const train_options& options) {
  const dl::split data = open_data(options);
  const std::vector<picture> pictures = choose(data.train, wanted_classes(data.train, options.letter), options.seed);
  const std::string file = (std::filesystem::path{options.out} / "poster.png").string();
  write_png(file, contact_sheet(pictures, per_row));
  std::cout << pictures.size() << " of the training images: " << file << '\n';
}

const sample_description description{
    .name = "poster",
    .purpose = "Puts some of the training images on a sheet, a PNG picture: look at your data\n"
               "before a network does.",
    .splits = {"letters", "balanced", "bymerge", "byclass", "digits", "mnist"},
    .options = {"data", "split", "letter", "seed", "out"}};

}  // namespace
}  // namespace samples

int main(int argc, char** argv) {
  return samples::run_main(argc, argv, samples::description, samples::run);
}
