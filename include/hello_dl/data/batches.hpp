#pragma once
/// From images in memory to the mini-batches of an epoch:
///
///     const auto [train, validation] = dl::hold_out(data.train.size(), 1000, seed);
///     for (std::uint64_t epoch = 0; epoch < epochs; ++epoch) {
///       const auto order = dl::shuffled(train, seed, epoch);
///       for (std::size_t b = 0; b < dl::batch_count(order.size(), 64); ++b) {
///         const std::size_t n =
///             dl::copy_batch(data.train, dl::batch(order, b, 64), scale, images, labels);
///
/// The same seed gives the same batches on every machine.

#include <hello_dl/core/random.hpp>
#include <hello_dl/data/dataset.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <stdexcept>
#include <utility>
#include <vector>

namespace hello_dl {

/// Numbers of images in a data set.
using image_numbers = std::vector<std::uint32_t>;

namespace detail {
/// Streams of their own, so that the order of no epoch repeats the choice of the validation part.
inline constexpr std::uint64_t shuffle_stream = 0x7368'7566'0000'0000;
inline constexpr std::uint64_t hold_out_stream = 0x686f'6c64'0000'0000;

/// Fisher and Yates in Durstenfeld's form. Taking a remainder favours no place by more than
/// one part in 2^32.
inline void permute(std::span<std::uint32_t> numbers, std::uint64_t seed, std::uint64_t stream) {
  for (std::size_t left = numbers.size(); left > 1; --left)
    std::swap(numbers[left - 1], numbers[random_bits(seed, stream, left) % left]);
}
}  // namespace detail

/// 0, 1, ..., count - 1: every image in the order of its data set.
inline image_numbers in_order(std::size_t count) {
  image_numbers numbers(count);
  std::iota(numbers.begin(), numbers.end(), 0u);
  return numbers;
}

/// The order in which epoch number `epoch` visits these images.
inline image_numbers shuffled(image_numbers numbers, std::uint64_t seed, std::uint64_t epoch) {
  detail::permute(numbers, seed, detail::shuffle_stream + epoch);
  return numbers;
}

/// Two disjoint parts of a training set, each in ascending order.
struct held_out {
  image_numbers train, validation;
};

/// Draws `validation_count` of `count` images at random for validation; the others are to train on.
inline held_out hold_out(std::size_t count, std::size_t validation_count, std::uint64_t seed) {
  if (validation_count > count)
    throw std::invalid_argument{"hold_out: cannot hold out " + std::to_string(validation_count) +
                                " of " + std::to_string(count) + " images"};
  image_numbers numbers = in_order(count);
  detail::permute(numbers, seed, detail::hold_out_stream);
  const auto middle = numbers.begin() + static_cast<std::ptrdiff_t>(validation_count);
  std::sort(numbers.begin(), middle);
  std::sort(middle, numbers.end());
  return {{middle, numbers.end()}, {numbers.begin(), middle}};
}

/// How many batches of `batch_size` (at least 1) hold `count` images; the last may be smaller.
inline std::size_t batch_count(std::size_t count, std::size_t batch_size) {
  return (count + batch_size - 1) / batch_size;
}

/// Batch number `index` (below batch_count) of images in this order.
inline std::span<const std::uint32_t> batch(std::span<const std::uint32_t> order, std::size_t index,
                                            std::size_t batch_size) {
  const std::size_t first = index * batch_size;
  return order.subspan(first, std::min(batch_size, order.size() - first));
}

namespace detail {
inline void check_buffers(std::size_t images, std::size_t labels, std::size_t wanted) {
  if (images < wanted || labels < wanted)
    throw std::invalid_argument{"copy_batch: the buffers are too small for " + std::to_string(wanted) + " images"};
}
}  // namespace detail

/// Grey levels 0..255 become (level / 255 - mean) / deviation: for training, of mean 0 and
/// deviation 1 over the data set. MNIST: {0.1307, 0.3081}.
struct normalization {
  float mean = 0, deviation = 1;
};

/// Copies the chosen images, normalised, to `images` (chosen, rows, columns), and their classes to
/// `labels`. The buffers may be longer; their rest stays as it is. Returns how many were copied.
inline std::size_t copy_batch(const dataset& data, std::span<const std::uint32_t> chosen,
                              normalization scale, std::span<float> images,
                              std::span<std::int32_t> labels) {
  const std::size_t pixels = data.pixels_per_image();
  detail::check_buffers(images.size() / pixels, labels.size(), chosen.size());
  const float factor = 1 / (255 * scale.deviation), offset = -scale.mean / scale.deviation;
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    const std::uint8_t* const levels = data.image(chosen[i]).data();
    float* const image = images.data() + i * pixels;
    for (std::size_t p = 0; p < pixels; ++p) image[p] = static_cast<float>(levels[p]) * factor + offset;
    labels[i] = data.labels[chosen[i]];
  }
  return chosen.size();
}

}  // namespace hello_dl
