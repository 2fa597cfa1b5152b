#include "writer.hpp"

#include "dice.hpp"
#include "streams.hpp"

namespace samples::handwriting {

writer make_writer(std::uint64_t id) {
  dice roll(seed, writer_stream + id);
  return {
      .id = id,
      .slant = 0.08 + roll.bell(0.16),
      .width = roll.between(0.75, 1.25),
      .unrest = roll.between(0.5, 1.7),
      .radius = roll.between(0.9, 1.85),
      .pressure = roll.between(0.03, 0.18),
      .softness = roll.between(1.2, 2.4),
      .ink = roll.between(0.85, 1.0),
  };
}

std::size_t chosen_style(const writer& person, char character, std::size_t count) {
  const auto counter = static_cast<std::uint64_t>(character);
  return hello_dl::random_bits(seed, style_stream + person.id, counter) % count;
}

}  // namespace samples::handwriting
