#pragma once
#include <cstddef>
#include <cstdint>

namespace samples::handwriting {

/// The habits of one person's hand; every character of that person varies around them.
struct writer {
  std::uint64_t id;
  double slant;     ///< how far the top leans to the right, in heights
  double width;     ///< factor on the skeleton's width
  double unrest;    ///< factor on all deformations
  double radius;    ///< of the pen, in pixels
  double pressure;  ///< spread of the radius along a stroke, as a part of it
  double softness;  ///< of the edges, in pixels
  double ink;       ///< 1 is the brightest grey
};

/// The same person for the same number.
writer make_writer(std::uint64_t id);

/// Which of `count` styles of a character this person writes, always the same one.
std::size_t chosen_style(const writer& person, char character, std::size_t count);

}  // namespace samples::handwriting
