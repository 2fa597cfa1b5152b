// transformer: learns from a novel to write, character by character: a small causal transformer, and where it looks
#include <hello_dl/data/batches.hpp>
#include <hello_dl/data/error.hpp>

#include <cmath>
#include <filesystem>
#include <iomanip>
#include <iostream>

#include "common/checkpoint.hpp"
#include "common/interrupt.hpp"
#include "common/png.hpp"
#include "common/progress.hpp"
#include "common/run_main.hpp"
#include "common/writing/draw_next.hpp"
#include "common/writing/ngram.hpp"
#include "common/writing/text_parts.hpp"
#include "transformer/attention_picture.hpp"
#include "transformer/network.hpp"
#include "transformer/windows.hpp"

namespace samples {
namespace {

using trainer = dl::trainer<transformer_network, guess_next_character,
                            dl::chunk<dl::index_input<chunk_size, context>, dl::index_input<chunk_size, context>>, dl::adamw>;
using characters = std::span<const std::int32_t>;
constexpr std::size_t window_size = static_cast<std::size_t>(context);

/// What the network learns from, and what it is asked about.
struct material {
  std::string text;
  alphabet letters;
  character_numbers training, held_out;
};

material open_text(const train_options& options) {
  const std::string text = read_text(options.text);
  alphabet letters{text, options.text};
  const text_parts parts = hold_out_end(text);
  material found{text, letters, letters.encode(parts.training), letters.encode(parts.held_out)};
  if (options.quick) {
    found.training.resize(std::min<std::size_t>(found.training.size(), 60'000));
    found.held_out.resize(std::min<std::size_t>(found.held_out.size(), 4'000));
  }
  if (found.training.size() < 2 * window_size)
    throw dl::data_error{options.text,
                         "at least " + std::to_string(2 * window_size) + " characters before the last tenth, which begins with a line",
                         std::to_string(found.training.size())};
  return found;
}

struct judgement {
  double bits = 0;       ///< per character
  double accuracy = 0;   ///< how often the likeliest is right
};

//[judge
/// How well the network guesses each character of a text but the first, from at least half a window before it.
judgement judge(reader& network, characters text, int alphabet_used) {
  judgement sum;
  for (const window at : overlapping(text.size(), window_size)) {
    network.read(text.subspan(at.begin, window_size));
    for (std::size_t place = at.first; place < window_size; ++place) {
      const auto logits = network.logits(place, alphabet_used);
      const std::int32_t truth = text[at.begin + place + 1];
      sum.bits -= std::log2(probabilities(logits)[static_cast<std::size_t>(truth)]);
      sum.accuracy += draw_next(logits, 0, 0) == truth;
    }
  }
  const double count = static_cast<double>(text.size() - 1);
  return {sum.bits / count, sum.accuracy / count};
}
//]

//[write
/// Goes on with a text. The network sees the last characters of what is there, draws one, and reads again.
std::string write(reader& network, const alphabet& letters, const train_options& options, int length) {
  character_numbers text = letters.encode(options.prompt);
  dice random{options.seed};
  for (int i = 0; i < length; ++i) {
    const characters seen = characters{text}.last(std::min(text.size(), window_size));
    network.read(seen);
    text.push_back(draw_next(network.logits(seen.size() - 1, letters.size()), options.temperature, random()));
  }
  return letters.decode(text);
}
//]

std::string in_one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return text;
}

/// Windows of the text side by side, and the same one character further on.
struct batch {
  character_numbers text, following;

  void fill(characters from, std::span<const std::uint32_t> numbers, std::size_t offset) {
    text.clear(), following.clear();
    for (const std::uint32_t number : numbers) {
      const characters window = from.subspan(offset + number * window_size, window_size + 1);
      text.insert(text.end(), window.begin(), window.end() - 1);
      following.insert(following.end(), window.begin() + 1, window.end());
    }
  }
};

std::size_t windows_per_epoch(const material& text) {
  const std::size_t windows = text.training.size() / window_size - 1;
  return windows - windows % static_cast<std::size_t>(chunk_size);
}

//[train
/// An epoch from its step number `first` on: the text in windows, which begin elsewhere in each epoch, in a new order. Ends early when
/// interrupted.
void train_epoch(trainer& network, const material& text, const train_options& options, std::uint64_t epoch, std::size_t first,
                 const dl::one_cycle_lr& rate, progress& bar) {
  const std::size_t offset = dl::random_bits(options.seed, epoch, 0) % window_size, at_once = static_cast<std::size_t>(options.batch);
  const auto order = dl::shuffled(dl::in_order(windows_per_epoch(text)), options.seed, epoch);
  batch now;
  for (std::size_t b = first; b < dl::batch_count(order.size(), at_once) && !interrupted(); ++b) {
    now.fill(text.training, dl::batch(order, b, at_once), offset);
    network.optimiser.lr = rate(network.step_count());
    const double loss = static_cast<double>(network.step(now.text, now.following));
    bar.step(now.text.size(), loss, count_right(network.result(), alphabet_size, now.following));
  }
}
//]

/// The beginning of what is held out is enough to see how it goes.
judgement glance(const trainer& network, const material& text) {
  reader now{network.learned()};
  return judge(now, characters{text.held_out}.first(std::min<std::size_t>(text.held_out.size(), 10'000)), text.letters.size());
}

void tell(const trainer& network, const judgement& found, const material& text, const train_options& options) {
  reader now{network.learned()};
  std::cout << std::fixed << std::setprecision(3) << "  held out: " << found.bits
            << " bits per character; it writes: " << in_one_line(write(now, text.letters, options, 70)) << std::endl;
}

/// From wherever the network is.
void train(trainer& network, const material& text, const train_options& options, checkpoint& kept) {
  const std::size_t windows = windows_per_epoch(text), steps = dl::batch_count(windows, static_cast<std::size_t>(options.batch));
  const dl::one_cycle_lr rate{.max_lr = options.learning_rate, .total_steps = static_cast<long>(steps) * options.epochs, .pct_start = 0.1};
  const auto done = [&] { return static_cast<std::size_t>(network.step_count()); };
  progress bar{options.epochs, windows * window_size};
  bar.skip(static_cast<int>(done() / steps), done() % steps * static_cast<std::size_t>(options.batch) * window_size);
  while (!interrupted() && done() / steps < static_cast<std::size_t>(options.epochs)) {
    train_epoch(network, text, options, done() / steps, done() % steps, rate, bar);
    kept.save(network.learned().tensors(), network.tensors(), network.step_count());
    const judgement found = glance(network, text);
    bar.end_epoch(found.accuracy);
    tell(network, found, text, options);
  }
}

void begin_and_train(trainer& network, const material& text, const train_options& options) {
  checkpoint kept{options, text.text};
  kept.go_on(network.tensors(), [&] {
    if (network.step_count() == 0) {
      std::cout << "before it has learned anything:" << std::endl;
      tell(network, glance(network, text), text, options);
    }
    train(network, text, options, kept);
  });
}

/// The attention tables for the first characters that are held out.
image draw_attention(reader& network, const material& text) {
  constexpr std::size_t shown = 32;
  const characters begin = characters{text.held_out}.first(std::min(text.held_out.size(), shown));
  network.read(begin);
  std::vector<attention_table> tables;
  for (std::size_t block = 0; block < blocks; ++block)
    for (std::size_t head = 0; head < heads; ++head)
      tables.push_back({"block " + std::to_string(block + 1) + ", head " + std::to_string(head + 1),
                        upper_left(network.attention(block, head), window_size, begin.size())});
  return attention_picture(text.letters.decode(begin), tables, heads);
}

void show(const trainer& network, const material& text, const train_options& options) {
  reader learned{network.learned()};
  const judgement found = judge(learned, text.held_out, text.letters.size());
  std::cout << std::fixed << std::setprecision(3) << "held out, all " << text.held_out.size() << " characters: " << found.bits
            << " bits per character, " << found.accuracy << " of them guessed right\n";
  const std::vector<character_numbers> training{text.training}, held_out{text.held_out};
  std::cout << ngram_line(ngram_bits(training, held_out, 6, text.letters.size())) << "\n\n"
            << write(learned, text.letters, options, 400) << "\n\n";
  const std::string file = (std::filesystem::path{options.out} / "attention.png").string();
  write_png(file, draw_attention(learned, text));
  std::cout << "where it looks: " << file << std::endl;
}

void run(const train_options& options) {
  const interrupt_guard guard;
  if (options.prompt.empty()) throw usage_error{"--prompt: expected at least one character, found ''"};
  if (options.batch % chunk_size != 0)
    throw usage_error{"--batch: expected a multiple of 8, found '" + std::to_string(options.batch) + "'"};
  const material text = open_text(options);
  text.letters.encode(options.prompt);  // before the minutes of training
  trainer network{options.seed, dl::adamw{.lr = options.learning_rate}, options.batch, options.threads};
  std::cout << "transformer: " << dl::parameter_count<transformer_network>() << " parameters; " << text.training.size()
            << " characters to learn from, " << text.held_out.size() << " held out, " << text.letters.size() << " different ones" << std::endl;
  begin_and_train(network, text, options);
  show(network, text, options);
}

const sample_description description{
    .name = "transformer",
    .purpose = "Learns from a text file what comes next after each character, with a small\n"
               "causal transformer, and writes: a line after each epoch, more at the end.\n"
               "Compares its guesses with those of n-grams, on a part of the text that it did\n"
               "not learn from, and draws where each head of its attention looks.",
    .defaults = {.epochs = 8, .batch = 32, .learning_rate = 3e-3, .text = HELLO_DL_TEXTS "/novel.txt", .prompt = "Elizabeth ",
                 .temperature = 0.7},
    .options = {"text", "prompt", "temperature", "epochs", "batch", "lr", "seed", "threads", "save", "resume", "quick", "out"}};

}  // namespace
}  // namespace samples

int main(int argc, char** argv) {
  return samples::run_main(argc, argv, samples::description, samples::run);
}
