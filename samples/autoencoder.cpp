// autoencoder: letters squeezed to two numbers and drawn back, the map of the alphabet, and a walk across it
#include <cmath>
#include <filesystem>
#include <iostream>

#include "autoencoder/network.hpp"
#include "common/apng.hpp"
#include "common/classes.hpp"
#include "common/colours.hpp"
#include "common/contact_sheet.hpp"
#include "common/font.hpp"
#include "common/learn.hpp"
#include "common/open_data.hpp"
#include "common/png.hpp"
#include "common/run_main.hpp"

namespace samples {
namespace {

using pixels = std::vector<std::uint8_t>;

pixels pixels_of(std::span<const float> ink) {
  pixels grey;
  for (const float one : ink) grey.push_back(static_cast<std::uint8_t>(std::lround(255 * one)));
  return grey;
}

std::vector<float> ink_of(const dl::dataset& data) {
  std::vector<float> ink;
  for (const std::uint8_t pixel : data.pixels) ink.push_back(static_cast<float>(pixel) / 255);
  return ink;
}

double squared_error(std::span<const float> truth, std::span<const float> drawn) {
  double sum = 0;
  for (std::size_t i = 0; i < truth.size(); ++i) sum += std::pow(static_cast<double>(truth[i] - drawn[i % drawn.size()]), 2);
  return sum / static_cast<double>(truth.size());
}

std::vector<float> mean_image(const dl::dataset& data) {
  std::vector<float> sums(pixel_count);
  for (std::size_t i = 0; i < data.pixels.size(); ++i) sums[i % pixel_count] += static_cast<float>(data.pixels[i]) / 255;
  for (float& sum : sums) sum /= static_cast<float>(data.size());
  return sums;
}

/// From wherever the network is.
void train(autoencoder_network& network, const dl::dataset& data, const train_options& options, checkpoint& kept) {
  const dl::image_numbers numbers = dl::in_order(data.size());
  const dl::one_cycle_lr rate = one_cycle(data.size(), options);
  while (!interrupted() && place_of(network, data.size()).epoch < static_cast<std::size_t>(options.epochs)) {
    const auto [epoch, first] = place_of(network, data.size());
    const double loss = network.train(data, dl::shuffled(numbers, options.seed, epoch), first, rate);
    kept.save(network.model_tensors(), network.training_tensors(), network.step_count());
    std::cout << "epoch " << epoch + 1 << "/" << options.epochs << "  loss " << loss << std::endl;
  }
}

//[map
/// All first numbers of the codes, or all second ones, from the least to the largest.
std::vector<float> in_order(std::span<const float> codes, std::size_t axis) {
  std::vector<float> numbers;
  for (std::size_t i = axis; i < codes.size(); i += 2) numbers.push_back(codes[i]);
  std::ranges::sort(numbers);
  return numbers;
}

/// Where a number is in a list that is in order, from 0 to 1.
float rank(const std::vector<float>& numbers, float number) {
  return static_cast<float>(std::ranges::lower_bound(numbers, number) - numbers.begin()) / static_cast<float>(numbers.size());
}

/// The plane of the two numbers: a letter drawn from each place of a grid, and the names of test letters where their codes lie. Stretched
/// where codes are dense: each row and each column of the grid has as many of them.
constexpr int places = 21, map_side = places * picture_side;

image map_of(autoencoder_network& network, const dl::dataset& data, std::span<const float> codes) {
  const std::vector<float> xs = in_order(codes, 0), ys = in_order(codes, 1);
  const auto number_at = [](const std::vector<float>& numbers, int place) {
    return numbers[numbers.size() * (2 * static_cast<std::size_t>(place) + 1) / (2 * places)];
  };
  std::vector<float> grid;
  for (int i = 0; i < places * places; ++i) {
    grid.push_back(number_at(xs, i % places));
    grid.push_back(number_at(ys, places - 1 - i / places));
  }
  const std::vector<float> drawn = network.decode(grid);
  image map{2 * map_side, map_side, {255, 255, 255}};
  for (int y = 0; y < map_side; ++y)
    for (int x = 0; x < map_side; ++x) {
      const int place = y / picture_side * places + x / picture_side, pixel = y % picture_side * picture_side + x % picture_side;
      const auto grey = static_cast<std::uint8_t>(255 - std::lround(255 * drawn[static_cast<std::size_t>(place * 784 + pixel)]));
      map.at(x, y) = {grey, grey, grey};
    }
  for (std::size_t i = 0; i < std::min<std::size_t>(data.size(), 1000); ++i) {
    const int x = map_side + static_cast<int>(rank(xs, codes[2 * i]) * (map_side - font_width));
    const int y = static_cast<int>((1 - rank(ys, codes[2 * i + 1])) * (map_side - font_height));
    const auto label = static_cast<unsigned>(data.labels[i]);
    const auto part = [&](unsigned factor) { return static_cast<std::uint8_t>(label * factor % 200); };
    write_text(map, x, y, data.class_names[label], 1, {part(53), part(97), part(151)});
  }
  return map;
}
//]

/// The first test image of each letter, above what is drawn from its two numbers.
image pairs_of(const dl::dataset& data, std::span<const float> drawn) {
  std::vector<picture> sheet;
  std::vector<pixels> kept;
  kept.reserve(static_cast<std::size_t>(data.classes));
  for (int first = 0; first < data.classes; first += 13)
    for (const bool redrawn : {false, true})
      for (int letter = first; letter < std::min(first + 13, data.classes); ++letter) {
        const auto found = std::ranges::find(data.labels, letter) - data.labels.begin();
        const auto number = static_cast<std::size_t>(found) % data.size();
        if (redrawn) kept.push_back(pixels_of(drawn.subspan(number * pixel_count, pixel_count)));
        sheet.push_back({redrawn ? std::span<const std::uint8_t>{kept.back()} : data.image(number),
                         redrawn ? "redrawn" : data.class_names[static_cast<std::size_t>(letter)]});
      }
  return contact_sheet(sheet, 13);
}

/// The code of the letter of a class that was drawn back best.
std::pair<float, float> best_of(const dl::dataset& data, std::span<const float> ink, std::span<const float> codes,
                                std::span<const float> drawn, int letter) {
  double least = 1e9;
  std::pair<float, float> best;
  for (std::size_t i = 0; i < data.size(); ++i) {
    if (data.labels[i] != letter) continue;
    const double error = squared_error(ink.subspan(i * pixel_count, pixel_count), drawn.subspan(i * pixel_count, pixel_count));
    if (error < least) least = error, best = {codes[2 * i], codes[2 * i + 1]};
  }
  if (least == 1e9) throw std::runtime_error{"among the test images is no " + data.class_names[static_cast<std::size_t>(letter)]};
  return best;
}

//[walk
/// Images from places on the straight line between two places.
std::vector<pixels> walk(autoencoder_network& network, std::pair<float, float> from, std::pair<float, float> to, int steps) {
  std::vector<float> way;
  for (int i = 0; i < steps; ++i) {
    const float part = static_cast<float>(i) / static_cast<float>(steps - 1);
    way.push_back(std::lerp(from.first, to.first, part));
    way.push_back(std::lerp(from.second, to.second, part));
  }
  const std::vector<float> drawn = network.decode(way);
  std::vector<pixels> images;
  for (std::size_t i = 0; i < drawn.size(); i += pixel_count) images.push_back(pixels_of(std::span{drawn}.subspan(i, pixel_count)));
  return images;
}
//]

void write_walk(const std::vector<pixels>& images, const std::string& caption, const std::filesystem::path& folder) {
  std::vector<frame> film;
  for (const pixels& one : images) film.push_back({contact_sheet(std::vector{picture{one, caption}}), 120});
  film.front().milliseconds = film.back().milliseconds = 1500;
  write_apng((folder / "autoencoder-walk.png").string(), film);
  std::vector<picture> still;
  for (std::size_t i = 0; i < images.size(); i += 3) still.push_back({images[i], std::to_string(100 * i / (images.size() - 1)) + "%"});
  write_png((folder / "autoencoder-steps.png").string(), contact_sheet(still, 6));
}

void run(const train_options& wanted) {
  const interrupt_guard guard;
  train_options options = wanted;
  dl::split data = open_data(options);
  const int from = class_named(data.test, options.from, "from"), to = class_named(data.test, options.to, "to");
  if (options.quick) shorten(data, options);
  autoencoder_network network{options};
  checkpoint kept{options, data.train};
  kept.go_on(network.training_tensors(), [&] { train(network, data.train, options, kept); });

  const std::vector<float> ink = ink_of(data.test), codes = network.encode(ink), drawn = network.decode(codes);
  std::cout << "mean squared error of a pixel, test images: " << squared_error(ink, drawn) << "; the mean image for all: "
            << squared_error(ink, mean_image(data.train)) << '\n';
  const std::filesystem::path folder{options.out};
  write_png((folder / "autoencoder-map.png").string(), map_of(network, data.test, codes));
  write_png((folder / "autoencoder-pairs.png").string(), pairs_of(data.test, drawn));
  const auto start = best_of(data.test, ink, codes, drawn, from), goal = best_of(data.test, ink, codes, drawn, to);
  write_walk(walk(network, start, goal, 34), options.from + " to " + options.to, folder);
  for (const char* const name : {"map", "pairs", "walk", "steps"})
    std::cout << (folder / ("autoencoder-" + std::string{name} + ".png")).string() << '\n';
}

const sample_description description{
    .name = "autoencoder",
    .purpose = "Squeezes handwritten letters to two numbers each and draws them back. Draws the\n"
               "map of the alphabet in the plane of the two numbers, letters beside what is\n"
               "drawn back, and a walk from one letter to another (an animated PNG).",
    .splits = {"letters"},
    .defaults = {.from = "o", .to = "z", .epochs = 40, .learning_rate = 2e-3},
    .options = {"from", "to", "data", "epochs", "batch", "lr", "seed", "threads", "save", "resume", "quick", "out"}};

}  // namespace
}  // namespace samples

int main(int argc, char** argv) {
  return samples::run_main(argc, argv, samples::description, samples::run);
}
