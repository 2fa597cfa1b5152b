#include "labelled.hpp"

#include "draw.hpp"
#include "streams.hpp"

namespace samples::handwriting {
namespace {

/// Writers 0 to 299 write for training, 200 to 399 for the test.
constexpr std::uint64_t first_writer(part which) { return which == part::train ? 0 : 200; }
constexpr std::size_t writer_count(part which) { return which == part::train ? 300 : 200; }

image draw_class(const std::string& characters, part which, std::uint64_t index) {
  dice roll(seed, (which == part::train ? train_stream : test_stream) + index);
  const char character = characters[roll.below(characters.size())];
  const auto person = make_writer(first_writer(which) + roll.below(writer_count(which)));
  return draw(character, person, roll);
}

void append_transposed(std::vector<std::uint8_t>& pixels, const image& upright) {
  for (std::size_t x = 0; x < image_side; ++x) {
    for (std::size_t y = 0; y < image_side; ++y) pixels.push_back(upright[y * image_side + x]);
  }
}

}  // namespace

labelled_images draw_part(const split& wanted, part which, int per_class) {
  labelled_images result;
  const std::size_t classes = wanted.classes.size();
  for (std::size_t i = 0; i < classes * std::size_t(per_class); ++i) {
    const std::size_t number = i % classes;
    append_transposed(result.pixels, draw_class(wanted.classes[number], which, i));
    result.labels.push_back(std::uint8_t(number + std::size_t(wanted.first_label)));
  }
  return result;
}

}  // namespace samples::handwriting
