#pragma once
/// Augmentation on the fly: what a picture becomes is a function of the seed, the epoch and the picture's number alone.

#include <hello_dl/data/augmentation.hpp>
#include <hello_dl/data/batches.hpp>
#include <hello_dl/data/elastic_field.hpp>
#include <hello_dl/data/warp.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace hello_dl {

/// Changes pictures of one size. It keeps nothing from one picture to the next but its memory, so each thread can have its
/// own and all give the same.
class augmenter {
 public:
  /// Throws std::invalid_argument if a strength is out of range.
  augmenter(const augmentation& how, std::uint64_t seed, int rows, int columns);

  /// Whether pictures become others at all.
  bool changes() const { return how_.moves() || how_.erasing != 0 || how_.noise != 0; }

  /// Throws std::invalid_argument unless pictures of this size are what it changes.
  void check_size(int rows, int columns) const;

  /// Grey levels from 0 to 255, rows x columns of them, become as many numbers from 0 (paper) to 1 (ink). `index` is the number
  /// of the picture, below 2^32. Throws std::invalid_argument if either has another size.
  void operator()(std::span<const std::uint8_t> picture, std::uint64_t epoch, std::uint64_t index, std::span<float> result);

 private:
  class draws;

  detail::affine draw_map(draws& random) const;
  void warp(std::span<const std::uint8_t> picture, draws& random, std::span<float> result);
  void erase(draws& random, std::span<float> result) const;

  augmentation how_;
  std::uint64_t seed_;
  int rows_, columns_;
  detail::readable_picture source_;
  detail::elastic_field sideways_, upwards_;
  std::vector<float> x_, y_;
};

/// copy_batch of changed pictures: those of epoch number `epoch`. An augmenter without strength gives the same bits as
/// copy_batch without one. Throws std::invalid_argument if the augmenter is made for another size.
std::size_t copy_batch(const dataset& data, std::span<const std::uint32_t> chosen, normalization scale, augmenter& change,
                       std::uint64_t epoch, std::span<float> images, std::span<std::int32_t> labels);

}  // namespace hello_dl
