#pragma once
#include <hello_dl/data/dataset.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace samples {

/// An image that is worked on: 784 numbers from 0 (paper) to 1 (ink). Also what else is known of each of its pixels.
using drawing = std::vector<float>;

drawing drawing_of(std::span<const std::uint8_t> pixels);
std::vector<std::uint8_t> pixels_of(const drawing& image);

/// How large the numbers are, whether positive or negative: the largest is full ink.
std::vector<std::uint8_t> map_of(drawing numbers);

/// What all images have in common.
drawing average(const hello_dl::dataset& data);

/// How much two differ, pixel by pixel.
drawing difference(const drawing& a, const drawing& b);
float mean(const drawing& numbers);

/// A step of this length uphill: more ink where the slope is positive, less where it is negative.
void climb(drawing& image, const drawing& slope, float length);

/// Each pixel becomes, for this share, the mean of its four neighbours.
void blur(drawing& image, float share);

}  // namespace samples
