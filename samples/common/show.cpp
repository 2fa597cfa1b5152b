#include "show.hpp"

#include <hello_dl/data/batches.hpp>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <vector>

#include "contact_sheet.hpp"
#include "draw.hpp"
#include "png.hpp"

namespace samples {
namespace {

constexpr std::size_t drawn = 16, on_the_sheet = 36;

/// Sixteen images drawn by lot.
std::vector<picture> some(const hello_dl::dataset& data, std::span<const answer> answers, std::uint64_t seed) {
  hello_dl::image_numbers lot = hello_dl::shuffled(hello_dl::in_order(data.size()), seed, 0);
  lot.resize(std::min(drawn, lot.size()));
  std::vector<picture> pictures;
  for (const std::size_t i : lot) pictures.push_back(judge(data, answers, i));
  return pictures;
}

/// The numbers of the wrong guesses, the most confident ones first.
std::vector<std::size_t> confident_mistakes(const hello_dl::dataset& data, std::span<const answer> answers) {
  std::vector<std::size_t> wrong;
  for (std::size_t i = 0; i < data.size(); ++i)
    if (answers[i].guess != data.labels[i]) wrong.push_back(i);
  std::ranges::stable_sort(wrong, std::greater{}, [&](std::size_t i) { return answers[i].confidence; });
  wrong.resize(std::min(wrong.size(), on_the_sheet));
  return wrong;
}

}  // namespace

picture judge(const hello_dl::dataset& data, std::span<const answer> answers, std::size_t i) {
  const auto name = [&](int label) { return data.class_names[static_cast<std::size_t>(label)]; };
  return judged(data.image(i), name(answers[i].guess), static_cast<double>(answers[i].confidence),
                name(data.labels[i]));
}

void show(const hello_dl::dataset& data, std::span<const answer> answers, const train_options& options,
          const std::string& name) {
  std::cout << draw(some(data, answers, options.seed), standard_output());
  std::vector<picture> pictures;
  for (const std::size_t i : confident_mistakes(data, answers)) pictures.push_back(judge(data, answers, i));
  if (pictures.empty()) return;
  const std::string file = (std::filesystem::path{options.out} / (name + "-mistakes.png")).string();
  write_png(file, contact_sheet(pictures));
  std::cout << "\nthe mistakes it was most sure of: " << file << '\n';
}

}  // namespace samples
