// names: learns from a list of names, letter by letter, to invent others: a recurrent network (GRU)
#include <hello_dl/data/error.hpp>

#include <filesystem>
#include <iomanip>
#include <iostream>
#include <set>

#include "common/checkpoint.hpp"
#include "common/png.hpp"
#include "common/progress.hpp"
#include "common/run_main.hpp"
#include "common/writing/ngram.hpp"
#include "common/writing/text_parts.hpp"
#include "names/lessons.hpp"
#include "names/picture.hpp"

namespace samples {
namespace {

/// A line begins behind the end of another, and ends with its own.
std::vector<character_numbers> encode_lines(const alphabet& letters, const std::string& text) {
  std::vector<character_numbers> lines;
  for (const std::string& line : lines_of(text)) lines.push_back(letters.encode('\n' + line));
  return lines;
}

/// What a letter of a text costs on average, and how often the likeliest was the right one.
struct measured {
  double bits = 0, right = 0;
};

//[bits
/// The bits are the mean of -log2(probability).
measured measure(const trainer& network, const alphabet& letters, const std::string& text) {
  reader reads{network.learned()};
  measured sums;
  std::int32_t before = letters.encode("\n")[0];
  for (const std::int32_t letter : letters.encode(text)) {
    const auto logits = reads.read(before).first(static_cast<std::size_t>(letters.size()));
    sums.bits -= std::log2(probabilities(logits)[static_cast<std::size_t>(letter)]);
    sums.right += draw_next(logits, 0, 0) == letter;
    before = letter;
  }
  const double count = static_cast<double>(text.size());
  return {sums.bits / count, sums.right / count};
}
//]

//[write
/// A line that begins so. What it writes itself it reads then, like any other text.
std::string write_line(const trainer& network, const alphabet& letters, const train_options& options, std::uint64_t number) {
  constexpr std::size_t longest = 200;
  reader reads{network.learned()};
  dice random{options.seed, number};
  std::string line = options.prompt;
  std::span<const float> logits;
  for (const std::int32_t letter : letters.encode('\n' + line)) logits = reads.read(letter);
  while (line.size() < longest) {
    const std::int32_t next = draw_next(logits.first(static_cast<std::size_t>(letters.size())), options.temperature, random());
    if (letters.character(next) == '\n') break;
    line += letters.character(next);
    logits = reads.read(next);
  }
  return line;
}
//]

std::string some_lines(const trainer& network, const alphabet& letters, const train_options& options, std::uint64_t first) {
  std::string all;
  for (std::uint64_t number = first; number < first + 6; ++number)
    all += (number > first ? ", " : "") + write_line(network, letters, options, number);
  return all;
}

/// Twenty of them, and whether they are new.
void show_lines(const trainer& network, const alphabet& letters, const train_options& options, const text_parts& parts) {
  const auto as_set = [](const std::vector<std::string>& lines) { return std::set(lines.begin(), lines.end()); };
  const std::set<std::string> learned = as_set(lines_of(parts.training)), held_out = as_set(lines_of(parts.held_out));
  std::cout << "\nwritten at temperature " << options.temperature << ":\n";
  for (std::uint64_t number = 0; number < 20; ++number) {
    const std::string line = write_line(network, letters, options, number);
    const char* const what = learned.contains(line + '\n')    ? "in the list it learned from"
                             : held_out.contains(line + '\n') ? "in the part it never saw"
                                                              : "";
    std::cout << "  " << std::left << std::setw(*what ? 16 : 0) << line << what << '\n';
  }
}

/// A few lines from all over the text.
image judge(const trainer& network, const alphabet& letters, const std::string& text) {
  constexpr std::size_t texts = 6;
  std::vector<std::vector<judged_letter>> judged;
  const std::vector<std::string> lines = lines_of(text);
  for (std::size_t i = 0; i < texts; ++i) {
    const std::string& line = lines[i * lines.size() / texts];
    reader reads{network.learned()};
    std::int32_t before = letters.encode("\n")[0];
    judged.emplace_back();
    for (const std::int32_t letter : letters.encode(line)) {
      const auto logits = reads.read(before).first(static_cast<std::size_t>(letters.size()));
      const std::vector<double> shares = probabilities(logits);
      judged_letter& now = judged.back().emplace_back();
      now.true_one = {letters.character(letter), shares[static_cast<std::size_t>(letter)]};
      for (std::int32_t other = 0; other < letters.size(); ++other)
        now.likeliest.push_back({letters.character(other), shares[static_cast<std::size_t>(other)]});
      std::ranges::stable_sort(now.likeliest, std::ranges::greater{}, &judged_letter::guess::probability);
      before = letter;
    }
  }
  return picture_of(judged);
}

/// All that training goes on from.
tensor_list tensors_of(trainer& network, lessons& school) {
  tensor_list all = network.tensors();
  all.push_back(school.remembered());
  return all;
}

//[train
/// From wherever the network is.
void train(trainer& network, lessons& school, const alphabet& letters, const train_options& options, const std::string& held_out,
           checkpoint& kept) {
  const dl::one_cycle_lr rate{options.learning_rate, static_cast<long>(school.steps()) * options.epochs};
  const auto done = [&] { return static_cast<std::size_t>(network.step_count()); };
  progress bar{options.epochs, school.steps() * letters_per_step};
  bar.skip(static_cast<int>(done() / school.steps()), done() % school.steps() * letters_per_step);
  while (!interrupted() && done() / school.steps() < static_cast<std::size_t>(options.epochs)) {
    const std::size_t epoch = done() / school.steps();
    network.optimiser.lr = rate(network.step_count());
    school.epoch(network, options.seed, epoch, done() % school.steps(), [&](double loss, std::size_t right) {
      bar.step(letters_per_step, loss, right);
      network.optimiser.lr = rate(network.step_count());
    });
    kept.save(network.learned().tensors(), tensors_of(network, school), network.step_count());
    const measured now = measure(network, letters, held_out);
    bar.end_epoch(now.right);
    std::cout << "  held out: " << now.bits << " bits per character";
    if (epoch % 5 == 0) std::cout << "; writes " << some_lines(network, letters, options, epoch * 100);
    std::cout << std::endl;
  }
}
//]

void compare(const trainer& network, const alphabet& letters, const text_parts& parts) {
  const std::vector<double> bits = ngram_bits(encode_lines(letters, parts.training), encode_lines(letters, parts.held_out), 6, letters.size());
  std::cout << "held out: " << measure(network, letters, parts.held_out).bits << " bits per character\n" << ngram_line(bits) << std::endl;
}

/// For a first look: the beginning, in whole lines, and few epochs.
void shorten(text_parts& parts, train_options& options) {
  const auto cut = [](std::string& text, std::size_t most) {
    if (text.size() > most) text.resize(std::max(text.rfind('\n', most), most / 2) + 1);
  };
  cut(parts.training, 40'000);
  cut(parts.held_out, 4'000);
  options.epochs = std::min(options.epochs, 5);
}

void run(const train_options& wanted) {
  const interrupt_guard guard;
  train_options options = wanted;
  const std::string text = read_text(options.text);
  const alphabet letters{text + '\n', options.text};
  letters.encode(options.prompt);
  text_parts parts = hold_out_lines(text, options.text);
  if (options.quick) shorten(parts, options);
  if (parts.training.size() < letters_per_step)
    throw dl::data_error{options.text, "at least " + std::to_string(letters_per_step) + " bytes in nine tenths of its lines",
                         std::to_string(parts.training.size())};
  std::cout << std::fixed << std::setprecision(3) << options.text << ": " << parts.training.size() << " characters to learn from, "
            << parts.held_out.size() << " held out, " << letters.size() << " different ones; " << dl::parameter_count<names_network>()
            << " parameters" << std::endl;
  trainer network{options.seed, dl::adamw{.lr = options.learning_rate}, side_by_side, options.threads};
  lessons school{letters, parts.training};
  checkpoint kept{options, parts.training + parts.held_out};
  kept.go_on(tensors_of(network, school), [&] { train(network, school, letters, options, parts.held_out, kept); });
  compare(network, letters, parts);
  show_lines(network, letters, options, parts);
  const std::string file = (std::filesystem::path{options.out} / "names.png").string();
  write_png(file, judge(network, letters, parts.held_out));
  std::cout << "what it expected, letter by letter: " << file << '\n';
}

const sample_description description{
    .name = "names",
    .purpose = "Reads a list of names letter by letter, learns to guess the next one, and then\n"
               "invents names: each letter is drawn from what it expects, and read in turn. A\n"
               "tenth of the list is held out; how well it expects those names, in bits per\n"
               "character, is compared with counting letters. Any text will do, line by line.",
    .defaults = {.epochs = 60, .learning_rate = 5e-3, .text = HELLO_DL_TEXTS "/names.txt"},
    .options = {"text", "prompt", "temperature", "epochs", "lr", "seed", "threads", "save", "resume", "quick", "out"}};

}  // namespace
}  // namespace samples

int main(int argc, char** argv) {
  return samples::run_main(argc, argv, samples::description, samples::run);
}
