#include "network.hpp"

#include <hello_dl/data/safetensors.hpp>

#include "common/page/letter_classes.hpp"
#include "common/writing/draw_next.hpp"

namespace samples {

letter_reader::letter_reader(const std::string& file, int threads) : network_{threads} {
  dl::safetensors_file{file}.load(learned_.tensors());
}

std::vector<float> letter_reader::operator()(std::span<const letter_image> images) {
  constexpr std::size_t classes = letter_classes.size();
  std::vector<float> pixels, logits(images.size() * classes);
  for (const letter_image& image : images)
    for (const std::uint8_t grey : image) pixels.push_back((static_cast<float>(grey) / 255 - ocr_scale.mean) / ocr_scale.deviation);
  network_(learned_, pixels, logits);
  std::vector<float> result;
  for (std::size_t i = 0; i < images.size(); ++i)
    for (const double share : probabilities(std::span{logits}.subspan(i * classes, classes))) result.push_back(static_cast<float>(share));
  return result;
}

}  // namespace samples
