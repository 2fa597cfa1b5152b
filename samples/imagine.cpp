// imagine: what a network thinks letters look like, where it looks, and one letter turned into another
#include <cmath>
#include <filesystem>

#include "common/apng.hpp"
#include "common/classes.hpp"
#include "common/learn.hpp"
#include "common/open_data.hpp"
#include "common/png.hpp"
#include "common/run_main.hpp"
#include "imagine/network.hpp"
#include "imagine/sheet.hpp"

namespace samples {
namespace {

const std::string& name_of(const dl::dataset& data, int letter) { return data.class_names[static_cast<std::size_t>(letter)]; }

std::string in_percent(float share) { return std::to_string(std::lround(100 * share)) + "%"; }

//[imagine
/// Begins with what all letters have in common, and makes it more and more of this one. Blurring keeps strokes and fades specks.
drawing imagine(thinker& network, drawing image, int letter) {
  for (int step = 0; step < 200; ++step) {
    climb(image, network.think(image, only(letter)).slope, 0.5f);
    blur(image, 0.4f);
  }
  return image;
}
//]

image imagined_letters(thinker& network, const dl::dataset& data) {
  const drawing start = average(data);
  std::vector<captioned> drawn;
  for (int letter = 0; letter < letter_count; ++letter) {
    const drawing image = imagine(network, start, letter);
    const answer said = read_logits(network.think(image, only(letter)).logits);
    drawn.push_back({pixels_of(image), name_of(data, said.guess) + " " + in_percent(said.confidence), said.guess != letter});
  }
  return sheet_of(drawn, 7);
}

//[where
/// Beside each image, which pixels matter for what the network says: where the slope is steep, uphill or downhill.
void add_with_map(std::vector<captioned>& drawn, thinker& network, const dl::dataset& data, std::size_t number) {
  const drawing image = drawing_of(data.image(number));
  const answer said = read_logits(network.think(image, only(0)).logits);
  const picture seen = judged(data.image(number), name_of(data, said.guess), static_cast<double>(said.confidence),
                              name_of(data, data.labels[number]));
  drawn.push_back({pixels_of(image), seen.caption, seen.marked});
  drawn.push_back({map_of(network.think(image, only(said.guess)).slope), "what matters"});
}
//]

/// For the first test image of each letter.
image where_it_looks(thinker& network, const dl::dataset& data) {
  std::vector<captioned> drawn;
  for (int letter = 0; letter < letter_count; ++letter)
    if (const auto found = std::ranges::find(data.labels, letter); found != data.labels.end())
      add_with_map(drawn, network, data, static_cast<std::size_t>(found - data.labels.begin()));
  return sheet_of(drawn, 8);
}

/// The first test image of a letter that the network takes for one.
drawing recognised(thinker& network, const dl::dataset& data, int letter) {
  for (std::size_t i = 0; i < data.size(); ++i) {
    if (data.labels[i] != letter) continue;
    const drawing image = drawing_of(data.image(i));
    if (read_logits(network.think(image, only(letter)).logits).guess == letter) return image;
  }
  throw std::runtime_error{"among the test images is no " + name_of(data, letter) + " that the network takes for one"};
}

/// Where one letter stands on its way to another.
struct stage {
  drawing image;
  float from, to;  ///< how probable the network finds each
};

//[turn
/// Changes an image little by little until the network is sure that it is the other letter, or for so many steps.
std::vector<stage> turn(thinker& network, drawing image, int from, int to, int steps) {
  std::vector<stage> way;
  while (true) {
    const thought now = network.think(image, only(to));
    way.push_back({image, probability(now.logits, from), probability(now.logits, to)});
    if (way.back().to > 0.95f || steps-- == 0) return way;
    drawing slope = network.think(image, more_than_all_others(to, now.logits)).slope;
    blur(slope, 0.5f);
    climb(image, slope, 0.25f);
  }
}
//]

/// The letter with what the network says of it, and what was changed so far.
struct stage_captions {
  std::string from, to;

  captioned letter(const stage& s) const {
    return {pixels_of(s.image), from + " " + in_percent(s.from) + ", " + to + " " + in_percent(s.to), s.to > s.from};
  }
  image film(const stage& first, const stage& s) const {
    return sheet_of({letter(s), {pixels_of(difference(first.image, s.image)), "what was changed"}}, 2);
  }
};

std::vector<frame> film(const std::vector<stage>& way, const stage_captions& captions) {
  std::vector<frame> frames;
  for (const stage& s : way) frames.push_back({captions.film(way.front(), s), 150});
  frames.front().milliseconds = 1000;
  frames.back().milliseconds = 3000;
  return frames;
}

/// At most eight stages, evenly spaced, the first and the last among them.
image strip(const std::vector<stage>& way, const stage_captions& captions) {
  const std::size_t shown = std::min<std::size_t>(8, way.size());
  std::vector<captioned> drawn;
  for (std::size_t i = 0; i < shown; ++i) drawn.push_back(captions.letter(way[i * (way.size() - 1) / (shown - 1)]));
  return sheet_of(drawn, 4);
}

void show_turn(thinker& network, const dl::dataset& data, int from, int to, const std::filesystem::path& folder) {
  const std::vector<stage> way = turn(network, recognised(network, data, from), from, to, 100);
  const stage_captions captions{name_of(data, from), name_of(data, to)};
  write_png((folder / "imagine-steps.png").string(), strip(way, captions));
  write_apng((folder / "imagine-film.png").string(), film(way, captions));
  std::cout << captions.from << " to " << captions.to << " in " << way.size() - 1 << " steps: " << captions.from << " "
            << in_percent(way.back().from) << ", " << captions.to << " " << in_percent(way.back().to) << "; a pixel was changed by "
            << in_percent(mean(difference(way.front().image, way.back().image))) << " of full ink on average\n"
            << "step by step: " << (folder / "imagine-steps.png").string() << ", animated: " << (folder / "imagine-film.png").string() << '\n';
}

void show_sheet(const std::string& what, const std::filesystem::path& file, const image& sheet) {
  write_png(file.string(), sheet);
  std::cout << what << ": " << file.string() << std::endl;
}

void run(const train_options& wanted) {
  const interrupt_guard guard;
  train_options options = wanted;
  dl::split data = open_data(options);
  const int from = class_named(data.test, options.from, "from"), to = class_named(data.test, options.to, "to");
  if (from == to) throw std::runtime_error{"--from and --to: expected two different letters, found '" + options.to + "' twice"};
  if (options.quick) shorten(data, options);
  const dl::normalization scale = normalization_of(data.train);
  classifier<small_network> network{options, scale};
  begin_and_train(network, data.train, options);
  if (interrupted()) return;

  thinker learned{network.model_tensors(), scale};
  const std::filesystem::path folder{options.out};
  show_sheet("what it thinks letters look like", folder / "imagine.png", imagined_letters(learned, data.train));
  show_sheet("where it looks", folder / "imagine-where.png", where_it_looks(learned, data.test));
  show_turn(learned, data.test, from, to, folder);
}

const sample_description description{
    .name = "imagine",
    .purpose = "Trains a network with one hidden layer on handwritten letters, and asks it then\n"
               "how its answer changes with each pixel of what it sees: the gradient with\n"
               "respect to the input. With that it draws what the network thinks letters look\n"
               "like, which pixels matter to it, and how little it takes to turn one letter into\n"
               "another, also as a film (an animated PNG).",
    .splits = {"letters"},
    .defaults = {.from = "a", .to = "g", .epochs = 3},
    .options = {"from", "to", "data", "split", "epochs", "batch", "lr", "augment", "seed", "threads", "quick", "out",
                "save", "resume", "init", "check"}};

}  // namespace
}  // namespace samples

int main(int argc, char** argv) {
  return samples::run_main(argc, argv, samples::description, samples::run);
}
