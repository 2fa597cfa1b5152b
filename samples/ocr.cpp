// ocr: reads a photo or a scan of separate handwritten letters, and writes what stands there
#include <hello_dl/data/safetensors.hpp>
#include <hello_dl/data/write_file.hpp>

#include <filesystem>
#include <iomanip>
#include <iostream>
#include <set>

#include "common/learn.hpp"
#include "common/page/results.hpp"
#include "common/page/write_page.hpp"
#include "common/png.hpp"
#include "common/read_picture.hpp"
#include "common/run_main.hpp"
#include "ocr/lessons.hpp"
#include "ocr/network.hpp"

namespace samples {
namespace {

namespace fs = std::filesystem;

//[train
/// Learns, and keeps what was learned in this file.
void train(const train_options& options, const std::string& file) {
  const dl::dataset data = lessons(options);
  classifier<ocr_network, classification<dl::cross_entropy_options{.label_smoothing = 0.05}>> network{options, ocr_scale};
  std::cout << data.size() << " letters to learn from; " << dl::parameter_count<ocr_network>() << " parameters" << std::endl;
  begin_and_train(network, data, options);
  dl::save_safetensors(file, network.model_tensors());
  std::cout << "what it learned: " << file << std::endl;
}
//]

std::string text_of(const std::vector<read_line>& lines) {
  std::string text;
  for (const read_line& line : lines) text += text_of(line) + '\n';
  return text;
}

/// Prints the lines; the rest goes to files, named after the picture.
void show(const grey_image& photo, const std::vector<read_line>& lines, const fs::path& stem) {
  for (const read_line& line : lines)
    std::cout << std::setw(4) << std::lround(100 * confidence(line)) << "%  " << text_of(line) << '\n';
  const std::string name = stem.string();
  dl::write_file(name + "-read.txt", text_of(lines));
  dl::write_file(name + "-read.csv", letters_table(lines));
  write_png(name + "-read.png", annotated(photo, lines));
  std::cout << name << "-read.png, -read.txt, -read.csv (each letter)" << std::endl;
}

void read_pictures(letter_reader& network, const train_options& options) {
  std::set<fs::path> names;
  for (const std::string& file : options.arguments)
    if (!names.insert(fs::path{file}.stem()).second)
      throw std::runtime_error{"two pictures are called " + fs::path{file}.stem().string() + ", and so would be what is written of them"};
  for (const std::string& file : options.arguments) {
    if (interrupted()) return;
    const grey_image photo = read_picture(file);
    const std::vector<read_line> lines = read_page(find_letters(photo), std::ref(network));
    std::cout << file << ": " << (lines.empty() ? "no letters found" : "confidence and text of each line") << '\n';
    show(photo, lines, fs::path{options.out} / fs::path{file}.stem());
  }
}

//[pages
/// Pages whose text is known, by writers whom the network has not seen.
void read_written_pages(letter_reader& network, const train_options& options) {
  const std::uint64_t pages = options.quick ? 2 : 10;
  std::cout << "no picture given: reading " << pages << " generated pages (photos of yours: samples/run ocr FILE...)\n";
  double sum = 0;
  for (std::uint64_t number = 1; number <= pages && !interrupted(); ++number) {
    const written_page page = write_page(number);
    std::string truth;
    for (const std::string& line : page.lines) truth += line + '\n';
    const std::vector<read_line> lines = read_page(find_letters(page.photo), std::ref(network));
    const double right = share_right(truth, text_of(lines));
    std::cout << "page " << number << ": " << truth.size() << " characters, " << 100 * right << " % right" << std::endl;
    sum += right;
    if (number < pages) continue;
    std::cout << "mean of the pages: " << 100 * sum / static_cast<double>(pages) << " % right\n\nthe last one: confidence and text of each line\n";
    write_png((fs::path{options.out} / "ocr.png").string(), in_colour(page.photo));
    show(page.photo, lines, fs::path{options.out} / "ocr");
  }
}
//]

void run(const train_options& wanted) {
  const interrupt_guard guard;
  train_options options = wanted;
  if (options.quick) options.epochs = std::min(options.epochs, 3);
  std::cout << std::fixed << std::setprecision(1);
  const std::string trained = (fs::path{options.out} / "model.safetensors").string();
  if (options.train) train(options, trained);
  if (interrupted()) return;
  letter_reader network{options.train ? trained : options.init.empty() ? HELLO_DL_OCR_MODEL : options.init, options.threads};
  options.arguments.empty() ? read_written_pages(network, options) : read_pictures(network, options);
}

const sample_description description{
    .name = "ocr",
    .argument = "PICTURE",
    .purpose = "Reads photos or scans (PNG, JPEG) of separate handwritten letters: evens out the\n"
               "light, finds letters, lines and words, and asks a small network about each\n"
               "letter. Writes the text, how sure it is, and the picture with what it saw. The\n"
               "network that comes with it learned from generated handwriting; --train trains\n"
               "another one, from EMNIST if that is at hand. Without a picture it reads pages\n"
               "that it writes itself, and tells how many characters are right.",
    .splits = {"byclass"},
    .defaults = {.epochs = 20, .batch = 64, .learning_rate = 2e-3, .augment = 0.5},
    .options = {"train", "init", "data", "epochs", "batch", "lr", "augment", "seed", "threads", "quick", "out"}};

}  // namespace
}  // namespace samples

int main(int argc, char** argv) {
  return samples::run_main(argc, argv, samples::description, samples::run);
}
